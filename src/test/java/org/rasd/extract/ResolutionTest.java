package org.rasd.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.Mention;

/** Mentions get the code of what they name: the project's own sentences, and every country by its name. */
class ResolutionTest {
    private static final Path SENTENCES = Path.of("src/test/resources/resolution/mentions.tsv");
    private static final Pattern MARKED = Pattern.compile("\\[([^\\[\\]|]+)\\|([A-Z_0-9-]+)\\]");
    private static final Path DEMONYMS = Path.of("src/test/resources/resolution/demonyms.tsv");
    /** Masculine and feminine, one, two (in the form of object and genitive) and many. */
    private static final List<String> ENDINGS = List.of("", "ة", "ين", "ون", "تين", "ات");

    private static final double ASKED = 0.95;
    private static final ArticleExtractor EXTRACTOR =
            new ArticleExtractor(ConfRoot.classpath(), ExtractSettings.DEFAULT);

    /** A mention of the resource: where it stands in the text without brackets, and its code. */
    private record Marked(String kind, String text, LocalDate day, int begin, int end, String code) {
        String surface() {
            return text.substring(begin, end);
        }
    }

    private static List<Marked> marked() throws IOException {
        List<Marked> out = new ArrayList<>();
        for (String line : Files.readAllLines(SENTENCES)) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("#") || cells[0].equals("day")) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            List<int[]> places = new ArrayList<>();
            List<String> codes = new ArrayList<>();
            Matcher matcher = MARKED.matcher(cells[2]);
            while (matcher.find()) {
                matcher.appendReplacement(text, "");
                places.add(new int[] {
                    text.length(), text.length() + matcher.group(1).length()
                });
                text.append(matcher.group(1));
                codes.add(matcher.group(2));
            }
            matcher.appendTail(text);
            for (int i = 0; i < codes.size(); i++) {
                out.add(new Marked(
                        cells[1],
                        text.toString(),
                        LocalDate.parse(cells[0]),
                        places.get(i)[0],
                        places.get(i)[1],
                        codes.get(i)));
            }
        }
        return out;
    }

    private static List<Mention> mentions(String text, LocalDate day) {
        return EXTRACTOR.mentions(
                new Article("", null, "", "", text, "ar", 1, day, null, "archive", null, null, "", 0, "", "", 0));
    }

    /** The code of what overlaps a place, the widest first; - where nothing has one. */
    private static String code(String text, LocalDate day, int begin, int end) {
        return mentions(text, day).stream()
                .filter(mention -> mention.begin() < end && mention.end() > begin && mention.entityId() != null)
                .map(Mention::entityId)
                .distinct()
                .reduce((one, other) -> one + "+" + other)
                .orElse("-");
    }

    @Test
    void ourOwnSentencesAreResolved() throws IOException {
        List<Marked> all = marked();
        List<String> wrong = new ArrayList<>();
        Map<String, int[]> kinds = new TreeMap<>();
        for (Marked one : all) {
            String code = code(one.text(), one.day(), one.begin(), one.end());
            int[] counts = kinds.computeIfAbsent(one.kind(), key -> new int[2]);
            counts[0]++;
            if (code.equals(one.code())) {
                counts[1]++;
            } else {
                wrong.add(one.surface() + ": " + one.code() + " expected, got " + code + " in " + one.text());
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(400);
        kinds.forEach((kind, counts) -> System.out.printf(Locale.ROOT, "%s: %d of %d%n", kind, counts[1], counts[0]));
        double accuracy = 1 - (double) wrong.size() / all.size();
        System.out.printf(Locale.ROOT, "%.3f of %d mentions resolved%n", accuracy, all.size());
        wrong.forEach(System.out::println);
        assertThat(accuracy).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(ASKED);
    }

    private static final LocalDate DAY = LocalDate.of(2024, 3, 10);
    private static final String BEFORE = "وصل الوفد إلى ";
    /** Also a state of America, also Amman: no code without more. */
    private static final Set<String> AMBIGUOUS = Set.of("GEO", "OMN");

    private static String code(String name) {
        return code(BEFORE + name + " مساء أمس.", DAY, BEFORE.length(), BEFORE.length() + name.length());
    }

    @Test
    void everyCountryIsResolvedByTheNameThatJavaHas() {
        List<String> wrong = new ArrayList<>();
        for (String two : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(two).build();
            String name = country.getDisplayCountry(Locale.forLanguageTag("ar")).replace(" - ", " ");
            String expected = AMBIGUOUS.contains(country.getISO3Country()) ? "-" : country.getISO3Country();
            String code = code(name);
            if (!code.equals(expected)) {
                wrong.add(country.getISO3Country() + " " + name + " got " + code);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void demonymsOfStatesAreResolvedInGenderAndNumber() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(DEMONYMS);
        for (String line : lines) {
            if (line.startsWith("#") || line.startsWith("code")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            for (String ending : ENDINGS) {
                String form = bent(cells[1], ending);
                String text = "قالت وزارة الداخلية إن الشرطة أوقفت " + form + " في المطار.";
                int begin = text.indexOf(form, 35);
                String code = code(text, DAY, begin, begin + form.length());
                if (!code.equals(cells[0])) {
                    wrong.add(cells[0] + " " + form + " got " + code);
                }
            }
        }
        assertThat(lines).hasSizeGreaterThan(180);
        assertThat(wrong).isEmpty();
    }

    /** Each word of a demonym takes the ending: كوري جنوبي, كورية جنوبية; جنوب سوداني has it at the end alone. */
    private static String bent(String demonym, String ending) {
        return Arrays.stream(demonym.split(" "))
                .map(word -> word.endsWith("ي") ? word + ending : word)
                .collect(Collectors.joining(" "));
    }
}
