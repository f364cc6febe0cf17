package org.rasd.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.publish.Samples.Note;
import org.rasd.testing.LocalSpark;

class WarehouseQueryTest {
    private static final List<Note> NOTES = Samples.notes(1, 3, 10);

    @TempDir
    static Path folder;

    @BeforeAll
    static void publish() {
        Samples.publish(LocalSpark.session(), place(), NOTES, Replace.whole());
    }

    private static String place() {
        return folder.resolve("it's a warehouse").toString();
    }

    private static String run(String sql, ResultFormat format) throws IOException {
        StringBuilder out = new StringBuilder();
        try (WarehouseQuery query = WarehouseQuery.open(place())) {
            query.run(sql, format, out);
        }
        return out.toString();
    }

    @Test
    void jsonLinesKeepTypes() throws IOException {
        List<Note> sorted = new ArrayList<>(NOTES);
        sorted.sort(Comparator.comparing(Note::id));
        List<String> lines = run("SELECT * FROM notes ORDER BY id", ResultFormat.JSONL)
                .lines()
                .toList();
        assertThat(lines).hasSize(NOTES.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode row = new ObjectMapper().readTree(lines.get(i));
            Note note = sorted.get(i);
            assertThat(row.get("word").textValue()).isEqualTo(note.word());
            assertThat(row.get("share").doubleValue()).isEqualTo(note.share());
            assertThat(row.get("count").intValue()).isEqualTo(note.count());
            assertThat(row.get("offset").isNull()).isEqualTo(note.offset() == null);
            assertThat(row.get("flag").booleanValue()).isEqualTo(note.flag());
            assertThat(row.get("codes")).hasSize(note.codes().size()).allMatch(JsonNode::isTextual);
            assertThat(row.get("published_on").textValue())
                    .isEqualTo(note.publishedOn().toString());
            assertThat(
                            row.get("seen_at").isNull()
                                    ? null
                                    : Instant.parse(row.get("seen_at").textValue()))
                    .isEqualTo(note.seenAt());
        }
    }

    @Test
    void jsonLinesHoldWhatSqlCanGive() throws IOException {
        String sql = "SELECT [1, NULL] AS l, {'a': DATE '2024-01-02', 'b': [TIMESTAMP '2024-01-01 10:00:00']} AS s,"
                + " 1.50::DECIMAL(5,2) AS d, 'NaN'::DOUBLE AS n, 170141183460469231731687303715884105727::HUGEINT AS h,"
                + " NULL AS z, 1 AS z, MAP {'k': 2} AS m, 'AB'::BLOB AS b";
        assertThat(run(sql, ResultFormat.JSONL))
                .isEqualTo("{\"l\":[1,null],\"s\":{\"a\":\"2024-01-02\",\"b\":[\"2024-01-01T10:00:00\"]},\"d\":1.50,"
                        + "\"n\":null,\"h\":170141183460469231731687303715884105727,\"z\":null,\"z_2\":1,\"m\":{\"k\":2},"
                        + "\"b\":\"4142\"}\n");
        assertThat(run("SELECT 1 AS a WHERE false", ResultFormat.JSONL)).isEmpty();
    }

    @Test
    void csvFollowsRfc4180() throws IOException {
        assertThat(run(
                        "SELECT 'a\"b,c' AS x, '' AS y, NULL AS z, ['p', 'q'] AS l, 'two\nlines' AS t",
                        ResultFormat.CSV))
                .isEqualTo("x,y,z,l,t\r\n\"a\"\"b,c\",\"\",,\"[\"\"p\"\",\"\"q\"\"]\",\"two\nlines\"\r\n");
        assertThat(run("SELECT 1 AS a WHERE false", ResultFormat.CSV)).isEqualTo("a\r\n");
    }

    @Test
    void tableAlignsArabicAndTamesControls() throws IOException {
        String sql =
                "SELECT * FROM (VALUES ('سَلام', 5), ('peace', 12), (chr(27) || '[31mred' || chr(10) || 'x', 3)) AS t(word, n)";
        assertThat(run(sql, ResultFormat.TABLE))
                .isEqualTo(
                        "word         n\n----------  --\n\u2068سَلام\u2069         5\npeace       12\n [31mred x   3\n(3 rows)\n");
    }

    @Test
    void tableCutsLongCells() throws IOException {
        assertThat(run("SELECT repeat('x', 200) AS x", ResultFormat.TABLE).lines())
                .contains("x".repeat(79) + "\u2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY notes TO 'out.csv'",
                "COPY (SELECT 1) TO 'WAREHOUSE/notes/x.parquet'",
                "ATTACH 'WAREHOUSE/x.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "CREATE TABLE t AS SELECT 1",
                "DROP VIEW notes",
                "EXPORT DATABASE 'WAREHOUSE/x'",
                "INSERT INTO notes SELECT * FROM notes",
                "SELECT 1; DROP VIEW notes",
                "SELECT 1; SELECT 2",
                "",
                "EXPLAIN COPY notes TO 'WAREHOUSE/x.csv'",
                "PRAGMA database_list",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('WAREHOUSE/../secret')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT nothing FROM notes",
                "SELEC 1"
            })
    void refusesAllButReading(String sql) throws IOException {
        Map<String, String> before = Samples.tables(folder);
        assertThatThrownBy(() -> run(sql.replace("WAREHOUSE", place().replace("'", "''")), ResultFormat.TABLE))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("Cannot run the query: SQL, got ")
                .hasMessageEndingWith("tables: counts, notes");
        assertThat(Samples.tables(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM notes",
                "WITH x AS (SELECT * FROM notes) SELECT count(*) FROM x -- so many",
                "DESCRIBE notes",
                "SUMMARIZE counts",
                "SHOW TABLES",
                "EXPLAIN SELECT * FROM notes",
                "VALUES (1), (2);"
            })
    void runsAllKindsOfReading(String sql) throws IOException {
        assertThat(run(sql, ResultFormat.CSV).lines()).hasSizeGreaterThan(1);
    }

    @Test
    void readsOnlyTheDaysThatAreAskedFor() throws IOException {
        assertThat(run("SELECT count(*) AS n FROM notes WHERE published_on = '2024-02-28'", ResultFormat.JSONL))
                .isEqualTo("{\"n\":10}\n");
        assertThat(run(
                        "EXPLAIN ANALYZE SELECT count(word) FROM notes WHERE published_on = '2024-02-28'",
                        ResultFormat.CSV))
                .containsIgnoringWhitespaces("Files Read: 1");
    }

    @Test
    void seesTheNextStateAfterAPublication() throws IOException {
        String elsewhere = folder.resolve("moving").toString();
        Samples.publish(LocalSpark.session(), elsewhere, NOTES, Replace.whole());
        try (WarehouseQuery query = WarehouseQuery.open(elsewhere)) {
            Samples.publish(LocalSpark.session(), elsewhere, Samples.notes(2, 2, 3), Replace.whole());
            StringBuilder out = new StringBuilder();
            query.run("SELECT count(*) AS n, sum(share) > 0 AS some FROM notes", ResultFormat.JSONL, out);
            assertThat(out.toString()).isEqualTo("{\"n\":6,\"some\":true}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.parquet", "notes/../../secret.parquet", "/etc/passwd", "file:///etc/passwd"})
    void refusesAManifestThatLeadsOutOfTheWarehouse(String path) throws IOException {
        String elsewhere = folder.resolve("forged").toString();
        Samples.publish(LocalSpark.session(), elsewhere, NOTES, Replace.whole());
        Path manifest = Path.of(elsewhere, Manifest.PATH);
        String published = Files.readString(manifest);
        String first = new ObjectMapper()
                .readTree(published)
                .at("/tables/notes/files/0/path")
                .textValue();
        Files.writeString(manifest, published.replace(first, path));
        assertThatThrownBy(() -> WarehouseQuery.open(elsewhere))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("got " + path + ", which leaves it");
        Files.writeString(manifest, published);
    }

    @Test
    void findsFormatsByName() {
        assertThat(ResultFormat.find("jsonl")).contains(ResultFormat.JSONL);
        assertThat(ResultFormat.find("JSONL")).isEmpty();
    }
}
