package org.rasd.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.model.ConfRoot;

class ReportFilesTest {
    private static final String SQL = "SELECT event_type, count(*) AS event_count FROM events GROUP BY event_type";
    private static final String CONTRACT = """
            grain = "a type"
            keys = [event_type]
            columns = [
              { name = event_type, type = string, description = "Type", example = "AID" }
              { name = event_count, type = bigint, description = "Events", example = "3" }
            ]
            checks { positive = "event_count > 0" }
            totals { all { left = "SELECT sum(event_count) FROM by_type", right = "SELECT count(*) FROM events" } }
            """;

    @TempDir
    Path conf;

    @TempDir
    Path own;

    @BeforeEach
    void emptyDefaults() throws IOException {
        Files.createDirectories(conf.resolve("reports"));
    }

    @Test
    void theReportsOfTheProductHaveNoProblems() {
        ReportFiles files = ReportFiles.read(ConfRoot.folder(Path.of("conf")), List.of());
        assertThat(files.problems()).isEmpty();
        assertThat(files.tables())
                .extracting(table -> table.name())
                .contains(
                        "exchanges_over_time",
                        "agreements_by_country",
                        "event_counts_daily",
                        "dyads_monthly",
                        "entity_trends_monthly",
                        "coverage_daily");
    }

    @Test
    void aPairOfFilesOfTheUserIsAReport() throws IOException {
        write(own, "by_type.sql", "WITH own AS (SELECT 1) " + SQL + ";\n");
        write(own, "by_type.conf", CONTRACT);
        ReportFiles files = ReportFiles.read(ConfRoot.folder(conf), List.of(own));
        assertThat(files.problems()).isEmpty();
        Report report = files.reports().get(0);
        assertThat(report.reads()).containsExactly("events");
        assertThat(report.table().columnNames()).containsExactly("event_type", "event_count");
        assertThat(report.table().totals()).hasSize(1);
    }

    @Test
    void allProblemsComeAtOnceWithFileAndLine() throws IOException {
        write(own, "alone.sql", SQL);
        write(own, "bad_sql.sql", "SELECT event_type\nFROM events WHERE (");
        write(own, "bad_sql.conf", CONTRACT);
        write(own, "command.sql", "DROP TABLE events");
        write(own, "command.conf", CONTRACT);
        write(own, "bad_contract.sql", SQL);
        write(own, "bad_contract.conf", """
                keys = [nothing]
                colour = red
                columns = [
                  { name = event_type, type = strin, description = "Type", example = "AID" }
                ]
                """);
        write(own, "no_hocon.sql", SQL);
        write(own, "no_hocon.conf", "grain = [\n");
        List<String> problems = ReportFiles.read(ConfRoot.folder(conf), List.of(own, Path.of("not-there")))
                .problems();
        assertThat(problems).hasSize(8);
        has(problems, "alone.conf is missing");
        has(problems, "bad_sql.sql:2: Cannot use report bad_sql: its query, got");
        has(problems, "command.sql:1: Cannot use report command: its query, got it is a command");
        has(problems, "bad_contract.conf:2: ", "key colour, got a key that is not known; use one of checks, columns");
        has(problems, "bad_contract.conf:4: ", "the type of column event_type, got strin");
        has(problems, "bad_contract.conf", "grain, got nothing; give a text");
        has(problems, "no_hocon.conf", "the file, got");
        has(problems, "folder, got not-there");
    }

    @Test
    void whatTheTableItselfRefusesIsAProblemToo() throws IOException {
        write(own, "by_type.sql", SQL);
        write(own, "by_type.conf", CONTRACT.replace("keys = [event_type]", "keys = [nothing]"));
        List<String> problems =
                ReportFiles.read(ConfRoot.folder(conf), List.of(own)).problems();
        assertThat(problems).hasSize(2);
        has(problems, "by_type.conf: Cannot describe table by_type: key, got nothing");
    }

    @Test
    void aReportMadeByPeriodNamesADateAndATableThatItReads() throws IOException {
        write(own, "by_type.sql", SQL);
        write(
                own,
                "by_type.conf",
                CONTRACT + "\nrenew = { by = week, column = event_type, of = mentions.published_on }\n");
        List<String> problems =
                ReportFiles.read(ConfRoot.folder(conf), List.of(own)).problems();
        assertThat(problems).hasSize(3);
        has(problems, "renew.by, got week; give day or month");
        has(problems, "renew.column, got event_type; name a column of type date that is never null");
        has(problems, "renew.of, got mentions.published_on; give TABLE.DATE with a table that the query reads");
        write(own, "by_type.conf", CONTRACT + "\nrenew = month\n");
        has(ReportFiles.read(ConfRoot.folder(conf), List.of(own)).problems(), "renew, got STRING \"month\"");
    }

    @Test
    void otherQueriesAndContractsAreOtherRules() throws IOException {
        write(own, "by_type.sql", SQL);
        write(own, "by_type.conf", CONTRACT);
        Files.createDirectories(conf.resolve("lexicon"));
        write(conf.resolve("lexicon"), "entities.tsv", "entity_id\n");
        String rules = rules();
        assertThat(rules()).isEqualTo(rules);
        write(own, "by_type.sql", SQL + " -- anew");
        String ofAnotherQuery = rules();
        write(conf.resolve("lexicon"), "entities.tsv", "entity_id\nUKR\n");
        assertThat(List.of(rules, ofAnotherQuery, rules())).doesNotHaveDuplicates();
    }

    private String rules() {
        return ReportFiles.read(ConfRoot.folder(conf), List.of(own)).rules(ConfRoot.folder(conf));
    }

    @Test
    void aNameOfTheProductCannotBeTakenTwice() throws IOException {
        write(conf.resolve("reports"), "by_type.sql", SQL);
        write(conf.resolve("reports"), "by_type.conf", CONTRACT);
        write(own, "by_type.sql", SQL);
        write(own, "by_type.conf", CONTRACT);
        has(ReportFiles.read(ConfRoot.folder(conf), List.of(own)).problems(), "its name, got one that");
    }

    private static void has(List<String> problems, String... parts) {
        assertThat(problems)
                .as("a problem with %s", String.join(" ", parts))
                .anySatisfy(problem -> assertThat(problem).contains(parts));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
