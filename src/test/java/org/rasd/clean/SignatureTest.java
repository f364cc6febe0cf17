package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tellsTheShareOfCommonShingles(long seed) {
        World world = new World(seed);
        List<String> text = world.text(300);
        List<List<String>> others = List.of(
                text,
                world.cut(text, 0.5),
                world.cut(text, 0.8),
                world.withParagraph(text, 60),
                world.edited(text, 15),
                world.edited(text, 40),
                world.text(300));
        for (List<String> other : others) {
            assertThat(estimate(text, other)).isCloseTo(exact(text, other), within(0.15));
        }
    }

    @Test
    void diacriticsTatweelPunctuationAndFormsOfAlefDoNotCount() {
        assertThat(Signature.of("أعلَنَ الوزير، إلى الصحافة: «الأمـــر انتهى ٢٠٢٤»"))
                .isEqualTo(Signature.of("اعلن الوزير الي الصحافه الامر انتهي 2024"))
                .isNotEqualTo(Signature.of("اعلن الوزير الي الصحافه الامر بدأ"));
    }

    @Test
    void textsShorterThanAShingleHaveNone() {
        assertThat(Signature.of("ثلاث كلمات فقط")).isEmpty();
        assertThat(Signature.of("")).isEmpty();
        assertThat(Signature.decode(Signature.of("هذه أربع كلمات تماما")).shingles())
                .isEqualTo(1);
    }

    /** A value that is stored in users' tables: it may only change with a new version of them. */
    @Test
    void isTheSameEverywhereAndAlways() {
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("en", "ar", "tr", "fa")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(Signature.of("خبر قصير عن لا شيء I İ 12"))
                        .startsWith("AAAABRzkecce8ujuUXsCPoa")
                        .hasSize(198);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aBucketOfBoilerplateCostsInLineWithItsArticles() {
        long small = comparisons(500);
        long large = comparisons(2_000);
        assertThat(large)
                .as("comparisons for 2,000 articles, against %d for 500", small)
                .isLessThan(6 * small);
    }

    /** Articles of three days that have half of their words in common, so that they meet in many bands. */
    private static long comparisons(int articles) {
        World world = new World(7);
        List<String> boilerplate = world.text(60);
        Entries entries = new Entries();
        for (int i = 0; i < articles; i++) {
            List<String> text = new ArrayList<>(boilerplate);
            text.addAll(world.text(20));
            entries.add(i, World.FIRST.plusDays(i % 3), Signature.decode(Signature.of(String.join(" ", text))));
        }
        entries.shuffle(articles);
        Buckets buckets = new Buckets(Entries.shipped());
        Forest forest = entries.join(buckets);
        assertThat(IntStream.range(0, forest.size())
                        .map(forest::first)
                        .distinct()
                        .count())
                .as("stories of %d articles that share their boilerplate", articles)
                .isEqualTo(1);
        return buckets.comparisons();
    }

    private static double estimate(List<String> a, List<String> b) {
        Signature one = Signature.decode(Signature.of(String.join(" ", a)));
        Signature other = Signature.decode(Signature.of(String.join(" ", b)));
        long[] bits = new long[2 * Signature.BIT_WORDS];
        for (int word = 0; word < Signature.BIT_WORDS; word++) {
            bits[word] = one.bits(word);
            bits[Signature.BIT_WORDS + word] = other.bits(word);
        }
        return Signature.jaccard(bits, 0, Signature.BIT_WORDS);
    }

    private static double exact(List<String> a, List<String> b) {
        Set<List<String>> one = shingles(a);
        Set<List<String>> both = new HashSet<>(one);
        both.retainAll(shingles(b));
        Set<List<String>> all = new HashSet<>(one);
        all.addAll(shingles(b));
        return (double) both.size() / all.size();
    }

    private static Set<List<String>> shingles(List<String> text) {
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i + Signature.WORDS_A_SHINGLE <= text.size(); i++) {
            shingles.add(text.subList(i, i + Signature.WORDS_A_SHINGLE));
        }
        return shingles;
    }
}
