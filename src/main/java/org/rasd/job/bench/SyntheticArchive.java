package org.rasd.job.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rasd.model.Article;

/**
 * Makes archives of any size from the articles of a small one: sentences shuffled together, names of states, numbers and
 * days drawn anew from a seed, so that events do not all fall together.
 *
 * <p>Shape: JSON lines of the {@code default} profile, one file for each 25,000 articles. The same seed, sources and
 * count give the same bytes.
 */
final class SyntheticArchive {
    private static final int ARTICLES_A_FILE = 25_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_000;
    private static final List<String> STATES = List.of(
            "روسيا", "أوكرانيا", "مصر", "السعودية", "تركيا", "فرنسا", "ألمانيا", "إيران", "العراق", "سوريا", "لبنان", "اليمن",
            "ليبيا", "تونس", "الجزائر", "المغرب", "إسبانيا", "إيطاليا", "اليونان", "الصين", "الهند", "باكستان", "اليابان",
            "البرازيل", "كندا", "بولندا", "رومانيا", "أرمينيا", "أذربيجان", "كازاخستان", "إثيوبيا", "كينيا", "نيجيريا");

    private final List<String> titles = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final int targetBytes;

    /** Draws from {@code articles}; bodies are filled up to {@code targetBytes} of UTF-8. */
    SyntheticArchive(List<Article> articles, int targetBytes) {
        this.targetBytes = targetBytes;
        for (Article article : articles) {
            titles.add(article.title());
            for (String line : article.body().split("\n")) {
                for (String sentence : line.split("(?<=[.؟!])\\s+")) {
                    if (sentence.length() > 20) {
                        sentences.add(sentence);
                    }
                }
            }
        }
        if (titles.isEmpty() || sentences.isEmpty()) {
            throw new IllegalArgumentException("Cannot make an archive: no Arabic articles to draw from; give --input an archive that holds some");
        }
    }

    /** Writes {@code count} articles under {@code folder}; gives the bytes written. */
    long write(Path folder, int count, long seed) throws IOException {
        Files.createDirectories(folder);
        JsonFactory json = new JsonFactory();
        long bytes = 0;
        for (int from = 0; from < count; from += ARTICLES_A_FILE) {
            Path file = folder.resolve(String.format(java.util.Locale.ROOT, "part-%05d.jsonl", from / ARTICLES_A_FILE));
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                    JsonGenerator generator = json.createGenerator(out)) {
                generator.setRootValueSeparator(null);
                for (int i = from; i < Math.min(count, from + ARTICLES_A_FILE); i++) {
                    article(generator, i, new SplittableRandom(seed * 1_000_003L + i));
                    generator.writeRaw('\n');
                }
            }
            bytes += Files.size(file);
        }
        return bytes;
    }

    private void article(JsonGenerator out, int number, SplittableRandom random) throws IOException {
        StringBuilder body = new StringBuilder();
        int bytes = 0;
        int inParagraph = 0;
        while (bytes < targetBytes) {
            String sentence = vary(sentences.get(random.nextInt(sentences.size())), random);
            body.append(sentence).append(++inParagraph % 3 == 0 ? '\n' : ' ');
            bytes += sentence.getBytes(StandardCharsets.UTF_8).length;
        }
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        out.writeStartObject();
        out.writeStringField("url", "https://paper-" + random.nextInt(20) + ".example/" + day + "/" + number);
        out.writeStringField("title", vary(titles.get(random.nextInt(titles.size())), random));
        out.writeStringField("body", body.toString().strip());
        out.writeStringField("published", day + "T" + String.format(java.util.Locale.ROOT, "%02d:%02d:00+03:00", random.nextInt(24), random.nextInt(60)));
        out.writeEndObject();
    }

    private static String vary(String sentence, SplittableRandom random) {
        String[] words = sentence.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (STATES.contains(words[i])) {
                words[i] = STATES.get(random.nextInt(STATES.size()));
            } else if (words[i].length() <= 3 && words[i].chars().allMatch(Character::isDigit)) {
                words[i] = String.valueOf(2 + random.nextInt(998));
            }
        }
        return String.join(" ", words);
    }
}
