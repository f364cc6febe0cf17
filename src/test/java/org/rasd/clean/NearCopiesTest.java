package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Stories against pairs of real articles that were read and labelled: do both hold one text, edited or cut? The pairs are
 * spread evenly over the share of common shingles, so most lie where the decision is hard. Odd lines served to choose the
 * shares of rasd.conf; even lines did not.
 */
class NearCopiesTest {
    private static final Path ARCHIVE = Path.of("../shared/data/news/saudinewsnet-2015.jsonl.gz");
    private static final Path PAIRS = Path.of("src/test/resources/labels/near-copies.tsv");

    private record Pair(int one, int other, boolean same) {}

    private record Scores(int right, int found, int wanted) {
        double precision() {
            return (double) right / found;
        }

        double recall() {
            return (double) right / wanted;
        }
    }

    @Test
    void copiesOfOneTextShareAStory() throws IOException {
        assumeTrue(Files.exists(ARCHIVE), "skipped: the archive of the labelled pairs is not at " + ARCHIVE);
        List<Pair> pairs = pairs();
        Map<Integer, Integer> stories = stories();
        List<String> wrong = new ArrayList<>();
        Scores tuned = scores(pairs, stories, 0, wrong);
        Scores held = scores(pairs, stories, 1, wrong);
        System.out.printf(
                "Near copies: odd lines precision %.3f recall %.3f, even lines (held out) precision %.3f recall %.3f%n",
                tuned.precision(), tuned.recall(), held.precision(), held.recall());
        assertThat(held.precision())
                .as("precision on the held out pairs; wrong: %s", wrong)
                .isGreaterThanOrEqualTo(0.93);
        assertThat(held.recall())
                .as("recall on the held out pairs; wrong: %s", wrong)
                .isGreaterThanOrEqualTo(0.85);
    }

    private static Scores scores(List<Pair> pairs, Map<Integer, Integer> stories, int part, List<String> wrong) {
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (int i = part; i < pairs.size(); i += 2) {
            Pair pair = pairs.get(i);
            boolean one =
                    stories.containsKey(pair.one) && stories.get(pair.one).equals(stories.getOrDefault(pair.other, -1));
            right += one && pair.same ? 1 : 0;
            found += one ? 1 : 0;
            wanted += pair.same ? 1 : 0;
            if (one != pair.same) {
                wrong.add((one ? "joined " : "missed ") + pair.one + " " + pair.other);
            }
        }
        return new Scores(right, found, wanted);
    }

    /** Record to story, over the whole archive; articles without a copy are left out. */
    private static Map<Integer, Integer> stories() throws IOException {
        Entries entries = new Entries();
        ObjectMapper json = new ObjectMapper();
        int record = -1;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(ARCHIVE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                record++;
                JsonNode node = json.readTree(line);
                String signature = Signature.of(
                        ReadAlso.without(DisplayText.ofText(node.path("content").asText())));
                if (!signature.isEmpty()) {
                    LocalDate day =
                            LocalDate.parse(node.path("date_extracted").asText().substring(0, 10));
                    entries.add(record, day, Signature.decode(signature));
                }
            }
        }
        Forest forest = entries.join(new Buckets(Entries.shipped()));
        Map<Integer, Integer> stories = new HashMap<>();
        for (int node = 0; node < forest.size(); node++) {
            stories.put((int) forest.id(node), forest.first(node));
        }
        return stories;
    }

    private static List<Pair> pairs() throws IOException {
        return Files.readAllLines(PAIRS, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Pair(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), cells[2].equals("1")))
                .toList();
    }
}
