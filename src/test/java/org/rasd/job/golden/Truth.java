package org.rasd.job.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What src/sample/truth says of the sample. */
final class Truth {
    private static final Path FOLDER = Path.of("src", "sample", "truth");

    private Truth() {}

    /** A record of the archive and where it has to end. */
    record Record(String file, int number, String outcome, String reason, String source, String day, String url) {}

    /** A real event that the sample's news is about. */
    record RealEvent(String key, String type, TreeSet<String> parties, LocalDate date, String status, long persons) {}

    static List<Record> records() throws IOException {
        List<Record> records = new ArrayList<>();
        for (String[] cells : rows("records.tsv")) {
            records.add(new Record(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    cells[2],
                    cell(cells, 3),
                    cell(cells, 4),
                    cell(cells, 5),
                    cell(cells, 6)));
        }
        return records;
    }

    static List<RealEvent> events() throws IOException {
        List<RealEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("events.jsonl"))) {
            JsonNode event = new ObjectMapper().readTree(line);
            TreeSet<String> parties = new TreeSet<>();
            event.path("parties").forEach(code -> parties.add(code.asText()));
            events.add(new RealEvent(
                    event.path("key").asText(),
                    event.path("type").asText(),
                    parties,
                    LocalDate.parse(event.path("date").asText()),
                    event.path("status").asText(),
                    event.path("persons").asLong(0)));
        }
        return events;
    }

    /** Cells of a file, its heading left out. */
    static List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? cells[at] : "";
    }
}
