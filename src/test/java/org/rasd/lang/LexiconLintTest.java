package org.rasd.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.model.ConfRoot;

final class LexiconLintTest {
    private static final String HEAD = "# source: test\n# licence: Apache-2.0\n";
    private static final String COLUMNS = "surface\tentity_id\tentity_type\tkind\tfrom\tto\n";

    @TempDir
    Path folder;

    @BeforeEach
    void twoEntities() throws IOException {
        Files.createDirectories(folder.resolve("lexicon/ar"));
        write(
                "entities.tsv",
                HEAD + "entity_id\tentity_type\tname_en\tname_ar\n"
                        + "LBY\tLOC\tLibya\tليبيا\nLBN\tLOC\tLebanon\tلبنان\n");
    }

    @Test
    void theListsWeShipAreClean() {
        assertEquals("", String.join("\n", LexiconLint.problems(ConfRoot.folder(Path.of("conf")))));
    }

    @Test
    void everyIsoCountryIsAnEntity() {
        Set<String> listed = new HashSet<>();
        LexiconFile.read(ConfRoot.folder(Path.of("conf")), "lexicon/entities.tsv")
                .rows()
                .forEach(row -> listed.add(row.get("entity_id")));
        List<String> missing = Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getISO3Country())
                .filter(code -> !listed.contains(code))
                .toList();
        assertEquals(List.of(), missing, "ISO countries that entities.tsv lacks");
    }

    @Test
    void acceptsCleanRows() throws IOException {
        write("ar/cities.tsv", HEAD + COLUMNS + "بنغازي\tLBY\tLOC\tcity\t\t\n");
        assertEquals(List.of(), LexiconLint.problems(ConfRoot.folder(folder)));
    }

    @Test
    void wantsSourceAndLicence() throws IOException {
        write("ar/cities.tsv", COLUMNS + "بنغازي\tLBY\tLOC\tcity\t\t\n");
        assertOneEach("# source:", "# licence:");
    }

    @Test
    void findsDuplicatesUnderFoldedSpelling() throws IOException {
        write("ar/cities.tsv", HEAD + COLUMNS + "إجدابيا\tLBY\tLOC\tcity\t\t\nاجدابيا\tLBY\tLOC\tcity\t\t\n");
        assertOneEach("list surface twice");
    }

    @Test
    void findsClashesAcrossFiles() throws IOException {
        write("ar/cities.tsv", HEAD + COLUMNS + "طرابلس\tLBN\tLOC\tcity\t\t\n");
        write("ar/capitals.tsv", HEAD + COLUMNS + "طرابلس\tLBY\tLOC\tcapital\t\t\n");
        assertOneEach("list it in ambiguous.tsv");
    }

    @Test
    void allowsOnePersonInTwoOfficesInTurn() throws IOException {
        write(
                "ar/leaders.tsv",
                HEAD + COLUMNS + "فلان\tLBY\tPER\tleader\t2010-01-01\t2012-01-01\n"
                        + "فلان\tLBN\tPER\tleader\t2012-01-01\t\n");
        assertEquals(List.of(), LexiconLint.problems(ConfRoot.folder(folder)));
    }

    @Test
    void findsUnknownCodesAndKinds() throws IOException {
        write("ar/cities.tsv", HEAD + COLUMNS + "سبها\tLYB\tTOWN\tcitty\t\t\n");
        assertOneEach("use entity_id", "use entity_type", "use kind");
    }

    @Test
    void findsBadDates() throws IOException {
        write(
                "ar/leaders.tsv",
                HEAD + COLUMNS + "فلان\tLBY\tPER\tleader\t2010-13-01\t\n"
                        + "علان\tLBY\tPER\tleader\t2012-01-01\t2011-01-01\n");
        assertOneEach("write YYYY-MM-DD", "begin before it ends");
    }

    @Test
    void findsSurfacesThatNeverMatch() throws IOException {
        write(
                "ar/cities.tsv",
                HEAD + COLUMNS + " سبها\tLBY\tLOC\tcity\t\t\nطبــرق\tLBY\tLOC\tcity\t\t\n"
                        + "دُرنة\tLBY\tLOC\tcity\t\t\nس\tLBY\tLOC\tcity\t\t\nغريان\tLBY\tLOC\tcity\n");
        assertEquals(5, LexiconLint.problems(ConfRoot.folder(folder)).size());
        assertTrue(has("blanks at its edges") && has("tatweel") && has("at least two letters") && has("4 cells"));
    }

    @Test
    void ambiguousSurfacesStandInOneListOnly() throws IOException {
        write(
                "ar/ambiguous.tsv",
                HEAD + "surface\tcandidates\tentity_type\tkind\tscope\n" + "طرابلس\tLBY|LBN\tLOC\tcity\tarticle\n");
        write("ar/capitals.tsv", HEAD + COLUMNS + "طرابلس\tLBY\tLOC\tcapital\t\t\n");
        assertOneEach("keep it here or at");
    }

    private void assertOneEach(String... parts) {
        List<String> problems = LexiconLint.problems(ConfRoot.folder(folder));
        assertEquals(parts.length, problems.size(), () -> "problems: " + problems);
        for (String part : parts) {
            assertTrue(has(part), () -> "no problem says \"" + part + "\": " + problems);
        }
    }

    private boolean has(String part) {
        return LexiconLint.problems(ConfRoot.folder(folder)).stream().anyMatch(problem -> problem.contains(part));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("lexicon").resolve(name), text, StandardCharsets.UTF_8);
    }
}
