package org.rasd.clean.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rasd.clean.ArticleCleaner;
import org.rasd.model.Article;
import org.rasd.model.BodyFormat;
import org.rasd.model.RawRecord;
import org.rasd.read.Archive;

/**
 * Articles wrapped in the furniture of made-up sites: text and day come back.
 *
 * <p>Always with the sample archive; with 500 articles of the shared corpora where they lie beside the project, or as many
 * as {@code -Drasd.pages=5000} says.
 */
class PageDesignsTest {
    private static final double LEAST_F1 = 0.97;
    private static final int OTHERS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(SiteDesign.class)
    void articlesOfTheSampleComeBack(SiteDesign design) throws IOException {
        check(design, SampleArticles.bundled());
    }

    /** By the whole way from bytes: WARC files in each packing, pages in several encodings, one host a design. */
    @Test
    void articlesOfTheSharedCorporaComeBackFromWarcFiles() throws IOException {
        List<Sample> samples = SampleArticles.shared(Integer.getInteger("rasd.pages", 500));
        assumeTrue(!samples.isEmpty(), "skipped: there is no " + SampleArticles.SHARED);
        List<String> problems = new ArrayList<>();
        for (SiteDesign design : SiteDesign.values()) {
            List<Sample> share = new ArrayList<>();
            for (int i = design.ordinal(); i < samples.size(); i += SiteDesign.values().length) {
                share.add(samples.get(i));
            }
            Tally tally = fromWarcFiles(design, share);
            System.out.println(tally);
            problems.addAll(tally.problems());
        }
        assertThat(problems).isEmpty();
    }

    private Tally fromWarcFiles(SiteDesign design, List<Sample> samples) throws IOException {
        Path archive = folder.resolve(design.name());
        PageArchive pages = new PageArchive();
        SplittableRandom random = new SplittableRandom(17L + design.ordinal());
        for (Sample sample : samples) {
            pages.add(
                    design.url(sample) + "?" + pages.size(),
                    design.page(sample, others(samples, sample, random), random),
                    sample.day().atTime(15, 0).toInstant(ZoneOffset.UTC));
        }
        pages.write(archive);
        ArticleCleaner cleaner = new ArticleCleaner();
        Map<String, ArticleCleaner.Outcome> found = new HashMap<>();
        for (RawRecord record : Archive.of(archive)) {
            assertThat(found.put(String.valueOf(record.url()), cleaner.clean(record)))
                    .isNull();
        }
        assertThat(found).as("records of " + design).hasSize(samples.size());
        Tally tally = new Tally(design);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Article expected = clean(sample, sample.body(), BodyFormat.TEXT, null, sample.id());
            ArticleCleaner.Outcome outcome = Objects.requireNonNull(found.get(design.url(sample) + "?" + i));
            if (expected != null) {
                tally.add(sample, expected, outcome.article());
            }
        }
        return tally;
    }

    private static List<Sample> others(List<Sample> samples, Sample sample, SplittableRandom random) {
        List<Sample> others = new ArrayList<>();
        while (others.size() < OTHERS) {
            Sample other = samples.get(random.nextInt(samples.size()));
            if (!other.equals(sample)) {
                others.add(other);
            }
        }
        return others;
    }

    private static void check(SiteDesign design, List<Sample> samples) {
        Tally tally = tally(design, samples);
        System.out.println(tally);
        assertThat(tally.problems()).isEmpty();
    }

    private static Tally tally(SiteDesign design, List<Sample> samples) {
        SplittableRandom random = new SplittableRandom(17L + design.ordinal());
        Tally tally = new Tally(design);
        for (Sample sample : samples) {
            List<Sample> others = others(samples, sample, random);
            Article expected = clean(sample, sample.body(), BodyFormat.TEXT, null, sample.id());
            if (expected != null) {
                Article found = clean(
                        sample, design.page(sample, others, random), BodyFormat.PAGE, sample.day(), design.url(sample));
                tally.add(sample, expected, found);
            }
        }
        return tally;
    }

    /** As the archive's reader hands it over; a page is captured on {@code captured} or, by its design, years later. */
    private static @Nullable Article clean(
            Sample sample, String body, BodyFormat format, java.time.@Nullable LocalDate day, String url) {
        boolean page = day != null;
        Instant captured = sample.day().atTime(15, 0).toInstant(ZoneOffset.UTC);
        return new ArticleCleaner()
                .clean(new RawRecord(
                        "pages.warc.gz",
                        1,
                        null,
                        null,
                        null,
                        url,
                        null,
                        page ? null : sample.title(),
                        body,
                        format.code(),
                        page ? null : sample.day().toString(),
                        null,
                        null,
                        captured,
                        null,
                        null))
                .article();
    }

    /** What came back of the articles in one design. */
    private static final class Tally {
        private final SiteDesign design;
        private final List<String> problems = new ArrayList<>();
        private int count;
        private int low;
        private double sum;

        Tally(SiteDesign design) {
            this.design = design;
        }

        void add(Sample sample, Article expected, @Nullable Article found) {
            count++;
            double f1 = found == null
                    ? 0
                    : TokenScore.of(expected.body(), found.body()).f1();
            sum += f1;
            low += f1 < LEAST_F1 ? 1 : 0;
            if (f1 < Double.parseDouble(System.getProperty("rasd.pages.show", "-1"))) {
                System.out.println(design + " " + f1 + " " + sample.id() + "\n--- expected\n" + expected.body()
                        + "\n--- found\n" + (found == null ? "nothing" : found.body()));
            }
            if (found == null) {
                return;
            }
            if (!found.publishedOn().equals(sample.day())
                    || !found.dateBasis().equals(design.basis().code())) {
                problems.add(design + " " + sample.id() + ": day " + found.publishedOn() + " by " + found.dateBasis()
                        + ", expected " + sample.day() + " by " + design.basis().code());
            }
            if (!Objects.equals(found.title(), expected.title())) {
                problems.add(
                        design + " " + sample.id() + ": title " + found.title() + ", expected " + expected.title());
            }
        }

        List<String> problems() {
            double mean = sum / count;
            List<String> all = new ArrayList<>(problems);
            if (!(mean >= LEAST_F1)) {
                all.add(String.format(
                        Locale.ROOT, "%s: mean F1 %.4f, %d of %d under %.2f", design, mean, low, count, LEAST_F1));
            }
            return all;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d articles, mean F1 %.4f, %d under %.2f, %d wrong dates or titles",
                    design,
                    count,
                    sum / count,
                    low,
                    LEAST_F1,
                    problems.size());
        }
    }
}
