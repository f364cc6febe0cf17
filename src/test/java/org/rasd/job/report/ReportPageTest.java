package org.rasd.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rasd.job.Main;
import org.rasd.publish.WarehouseQuery;

/** The page of a warehouse whose articles try to get into it. */
class ReportPageTest {
    @TempDir
    static Path folder;

    private static String html = "";
    private static Document page = new Document("");

    @BeforeAll
    static void make() throws IOException {
        new HostileWarehouse().publish(folder);
        try (WarehouseQuery tables = WarehouseQuery.open(folder.toString())) {
            html = ReportPage.of(tables);
        }
        page = Jsoup.parse(html);
        // For the check in a browser, which runs after the tests.
        Files.createDirectories(Path.of("target", "page"));
        Files.writeString(Path.of("target", "page", "hostile.html"), html);
    }

    private static JsonNode data() throws IOException {
        return new ObjectMapper().readTree(page.getElementById("data").data());
    }

    @Test
    void whatArticlesSayIsInNoMarkup() {
        assertThat(page.select("script")).as("scripts of the page").hasSize(5);
        assertThat(page.select("img, svg, b, iframe, [onerror], [onload]")).isEmpty();
        for (Element script : page.select("script[type=application/json]")) {
            assertThat(script.data()).as(script.id()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        }
        assertThat(page.select("footer")).as("the template after the data").hasSize(1);
    }

    @Test
    void dataKeepsEveryCharacter() throws IOException {
        assertThat(data().get("events").findValuesAsText("sentence"))
                .containsExactlyInAnyOrderElementsOf(HostileWarehouse.TRICKS);
        assertThat(data().get("events").findValuesAsText("title"))
                .containsExactlyInAnyOrderElementsOf(HostileWarehouse.TRICKS);
    }

    @Test
    void onlyAddressesOfTheWebAreLinks() throws IOException {
        List<String> kept = data().get("events").findValues("url").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
        assertThat(kept)
                .contains("https://news.example/good")
                .allMatch(url -> url.startsWith("https://news.example/"))
                .hasSize(2);
    }

    @Test
    void policyLetsOnlyThePagesOwnScriptsRun() throws Exception {
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("http", "*");
        for (Element script : page.select("script:not([type])")) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(script.data().getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @Test
    void nothingIsFetched() {
        assertThat(page.select("[src], link, [style*=url], style:containsData(url), style:containsData(@import)"))
                .isEmpty();
    }

    @Test
    void numbersAreThoseOfTheTables() throws IOException {
        JsonNode totals = data().get("totals").get(0);
        assertThat(totals.get("events").asInt()).isEqualTo(HostileWarehouse.TRICKS.size());
        int persons = 0;
        for (JsonNode row : data().get("exchanges")) {
            persons += row.get("grain").asText().equals("month")
                    ? row.get("persons").asInt()
                    : 0;
        }
        assertThat(persons).as("persons in three exchanges of 20").isEqualTo(60);
        assertThat(data().at("/names/EGY/ar").asText()).isEqualTo("مصر");
    }

    @Test
    void everyLabelOfThePageIsInBothLanguages() throws IOException {
        JsonNode labels =
                new ObjectMapper().readTree(page.getElementById("labels").data());
        TreeSet<String> arabic = new TreeSet<>();
        labels.get("ar").fieldNames().forEachRemaining(arabic::add);
        TreeSet<String> english = new TreeSet<>();
        labels.get("en").fieldNames().forEachRemaining(english::add);
        assertThat(arabic).isEqualTo(english);
        assertThat(page.select("[data-label]").eachAttr("data-label")).allMatch(english::contains);
        assertThat(page.select("[data-label-aria]").eachAttr("data-label-aria")).allMatch(english::contains);
    }

    @Test
    void commandWritesTheSamePageAgain() throws IOException {
        Path file = folder.resolve("page.html");
        assertThat(Main.execute("report", "--warehouse", folder.toString(), "--output", file.toString()))
                .isZero();
        assertThat(file).hasContent(html);
    }

    @Test
    void commandRefusesAFolderThatIsNotThere() {
        Path file = folder.resolve("no such").resolve("page.html");
        assertThat(Main.execute("report", "--warehouse", folder.toString(), "--output", file.toString()))
                .isEqualTo(2);
    }
}
