package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.table.ColumnSpec;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

/** The views beside the tables, run by the engines themselves where they are at hand. */
class ViewsTest {
    @TempDir
    Path folder;

    private final SparkSession spark = LocalSpark.session();

    @BeforeEach
    void publish() {
        Samples.publish(spark, folder.toString(), Samples.notes(1, 3, 4), Replace.whole());
        TableSpec spec =
                Samples.notesWith(ColumnSpec.optional("topics", "array<string>", "The note's topics", "[trade]"));
        TableSpec empty = TableSpec.builder("empty")
                .grain("nothing")
                .column(ColumnSpec.required("day", "date", "A day", "2024-01-01"))
                .column(ColumnSpec.required("at", "timestamp", "An instant", "2024-01-01T00:00:00Z"))
                .keys("day")
                .partitionedBy("day")
                .build();
        try (Publisher publisher = Publisher.open(spark, folder.toString(), PublishSettings.defaults())) {
            publisher.stage(
                    spec, publisher.published().read(spark, spec).limit(0), Replace.days(List.of(Samples.FIRST)));
            publisher.stage(
                    empty,
                    spark.sql("SELECT current_date() AS day, now() AS at").limit(0),
                    Replace.whole());
            publisher.commit(Samples.RUN);
        }
    }

    private List<String> statements(String file) throws IOException {
        return Arrays.asList(
                Files.readString(folder.resolve("views").resolve(file)).split(";\n"));
    }

    @Test
    void duckDbFindsEveryTable() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : statements("duckdb.sql")) {
                statement.execute(sql);
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT (SELECT count(*) FROM notes), (SELECT count(topics) FROM notes), (SELECT count(*) FROM empty),"
                            + " (SELECT sum(n) FROM counts)")) {
                rows.next();
                assertThat(List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)))
                        .containsExactly(8L, 0L, 0L, 12L);
            }
        }
    }

    @Test
    void sparkSqlFindsEveryTable() throws IOException {
        SparkSession session = spark.newSession();
        for (String sql : statements("spark.sql")) {
            session.sql(sql);
        }
        assertThat(session.table("notes").columns()).contains("topics", "published_on");
        assertThat(session.table("notes").count()).isEqualTo(8);
        assertThat(session.table("empty").count()).isZero();
        assertThat(session.table("counts").schema().apply("n").getComment().get())
                .isEqualTo("Notes with it");
    }

    @Test
    void trinoGetsPartitionColumnsLast() throws IOException {
        assertThat(Files.readString(folder.resolve("views/trino.sql")))
                .contains("CREATE TABLE hive.rasd.\"notes\" (\n  \"id\" varchar,")
                .contains("  \"codes\" array(varchar),", "  \"published_on\" date\n)")
                .contains("external_location = 'file://" + folder + "/notes', partitioned_by = ARRAY['published_on'])");
    }

    @Test
    void queriesReadTablesThatGrewAndEmptyOnes() throws IOException {
        StringBuilder out = new StringBuilder();
        try (WarehouseQuery query = WarehouseQuery.open(folder.toString())) {
            query.run("SELECT count(*) AS n, count(topics) AS t FROM notes", ResultFormat.JSONL, out);
            query.run("SELECT count(*) AS n FROM empty", ResultFormat.JSONL, out);
        }
        assertThat(out.toString()).isEqualTo("{\"n\":8,\"t\":0}\n{\"n\":0}\n");
    }
}
