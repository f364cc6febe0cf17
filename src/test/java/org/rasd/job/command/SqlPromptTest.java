package org.rasd.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.publish.PublishSettings;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.publish.ResultFormat;
import org.rasd.publish.RunInfo;
import org.rasd.publish.WarehouseQuery;
import org.rasd.table.ColumnSpec;
import org.rasd.table.TableSpec;
import org.rasd.testing.LocalSpark;

/** The prompt of {@code sql}, with no terminal at hand. */
class SqlPromptTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void publish() {
        SparkSession spark = LocalSpark.session();
        TableSpec spec = TableSpec.builder("harbours")
                .grain("a harbour")
                .column(ColumnSpec.required("harbour_name", "string", "Its name", "عدن"))
                .keys("harbour_name")
                .build();
        try (Publisher publisher = Publisher.open(spark, folder.toString(), PublishSettings.defaults())) {
            publisher.stage(spec, spark.sql("SELECT 'عدن' AS harbour_name"), Replace.whole());
            publisher.commit(new RunInfo("run-1", Instant.EPOCH, null, null, "c0ffee", Map.of("code", "0.1.0"), null));
        }
    }

    private static String answers(PromptLines lines) throws IOException {
        StringWriter out = new StringWriter();
        try (WarehouseQuery tables = WarehouseQuery.open(folder.toString())) {
            new SqlPrompt(tables, ResultFormat.JSONL, new PrintWriter(out)).run(lines);
        }
        return out.toString();
    }

    private static String answers(String input) throws IOException {
        return answers(PromptLines.of(new BufferedReader(new StringReader(input))));
    }

    @Test
    void queriesOverLinesEndWithSemicolonOrInput() throws IOException {
        assertThat(answers("\nSELECT 1\n AS n;\nSELECT harbour_name FROM harbours"))
                .isEqualTo("{\"n\":1}\n{\"harbour_name\":\"عدن\"}\n");
    }

    @Test
    void wrongQueryIsToldAndTheNextAnswered() throws IOException {
        assertThat(answers("SELECT nothing FROM nowhere;\nDROP TABLE harbours;\nSELECT 2 AS n;\n"))
                .contains("nowhere", "tables: harbours", "for reading")
                .endsWith("{\"n\":2}\n");
    }

    @Test
    void leaving() throws IOException {
        assertThat(answers("SELECT 1 AS n;\nEXIT;\nSELECT 2 AS n;\n")).isEqualTo("{\"n\":1}\n");
    }

    @Test
    void tabCompletesTablesAndColumns() throws IOException {
        byte[] keys = "SELECT harbour_\tFROM harbours;\n".getBytes(StandardCharsets.UTF_8);
        Terminal terminal = new DumbTerminal(
                "test", "ansi", new ByteArrayInputStream(keys), new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        try (PromptLines lines = PromptLines.of(terminal, List.of("harbours", "harbour_name"))) {
            assertThat(answers(lines)).isEqualTo("{\"harbour_name\":\"عدن\"}\n");
        }
    }

    @Test
    void wordsAreThoseOfTheWarehouse() {
        try (WarehouseQuery tables = WarehouseQuery.open(folder.toString())) {
            assertThat(SqlPrompt.words(tables.warehouse())).containsExactly("harbour_name", "harbours");
        }
    }
}
