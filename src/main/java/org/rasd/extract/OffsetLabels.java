package org.rasd.extract;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rasd.extract.GoldArticle.GoldEvent;

/**
 * Labels that hold offsets and no text, put together with the texts of a {@link LabelArchive}.
 *
 * <p>Offsets count UTF-16 units, of the title for sentence 0 and of the body for the others. Labels of a corpus that is not
 * there are left out.
 */
final class OffsetLabels {
    private OffsetLabels() {}

    /** True where {@code line} of a label file has offsets in place of text. */
    static boolean isOffsets(String line) {
        return line.contains("\"record\"") && line.contains("\"sha256\"");
    }

    static List<GoldArticle> read(Path file, LabelArchive archive) throws IOException {
        List<Config> labels = new ArrayList<>();
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                Config one = ConfigFactory.parseString(
                        line, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
                labels.add(one);
                wanted.computeIfAbsent(one.getString("corpus"), key -> new LinkedHashSet<>())
                        .add(record(one));
            }
        }
        Map<String, Map<String, LabelArchive.Text>> texts = new HashMap<>();
        for (Map.Entry<String, Set<String>> corpus : wanted.entrySet()) {
            if (archive.has(corpus.getKey())) {
                texts.put(corpus.getKey(), archive.read(corpus.getKey(), corpus.getValue()));
            }
        }
        List<GoldArticle> out = new ArrayList<>();
        for (Config one : labels) {
            LabelArchive.Text text =
                    texts.getOrDefault(one.getString("corpus"), Map.of()).get(record(one));
            if (text != null) {
                out.add(article(one, text));
            }
        }
        return out;
    }

    private static String record(Config label) {
        return label.getValue("record").unwrapped().toString();
    }

    private static GoldArticle article(Config label, LabelArchive.Text text) {
        List<String> sentences = new ArrayList<>();
        for (Object span : label.getList("sentences").unwrapped()) {
            String source = sentences.isEmpty() ? text.title() : text.body();
            sentences.add(cut(source, (List<?>) span));
        }
        List<GoldEvent> out = new ArrayList<>();
        for (Config one : label.getConfigList("events")) {
            String source = one.getInt("s") == 0 ? text.title() : text.body();
            String trigger =
                    one.hasPath("trigger") ? cut(source, one.getList("trigger").unwrapped()) : "";
            out.add(GoldArticle.event(one, trigger));
        }
        String url = label.getString("corpus") + "/" + record(label);
        LocalDate published = LocalDate.parse(label.getString("published").substring(0, 10));
        return new GoldArticle(url, published, List.copyOf(sentences), List.copyOf(out));
    }

    private static String cut(String text, List<?> span) {
        int from = ((Number) span.get(0)).intValue();
        int to = ((Number) span.get(1)).intValue();
        return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
    }
}
