package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;
import org.rasd.table.RecordCodec;
import org.rasd.testing.LocalSpark;

class CleanStageTest {
    private static final CleanSettings SETTINGS = new CleanSettings(0.3, 0.7, 0.65, 2);
    private static final RecordCodec<RawRecord> RAW = RecordCodec.of(RawRecord.class);
    private static final int DAYS = 7;

    @TempDir
    private Path folder;

    private int runs;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("rasd.test.worlds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void daysInAnyOrderGiveWhatOneRunGives(int seed) {
        List<RawRecord> records = World.of(seed, DAYS, 25).records();
        List<String> once = all(records).lines();

        Shelf shelf = new Shelf();
        List<Integer> days = new ArrayList<>(IntStream.range(0, DAYS).boxed().toList());
        Collections.shuffle(days, new Random(seed));
        // A day that is run twice, and one whose first run saw other records.
        days.add(days.get(1));
        shelf.publish(run(records.subList(0, records.size() / 2), shelf, days.get(2), days.get(2)));
        days.forEach(day -> shelf.publish(run(records, shelf, day, day)));

        assertThat(shelf.lines()).as("days %s", days).containsExactlyElementsOf(once);
    }

    @Test
    void blocksOfDaysGiveWhatOneRunGives() {
        List<RawRecord> records = World.of(11, DAYS, 25).records();
        Shelf shelf = new Shelf();
        shelf.publish(run(records, shelf, 3, 6));
        shelf.publish(run(records, shelf, 0, 1));
        shelf.publish(run(records, shelf, 2, 3));
        assertThat(shelf.lines()).containsExactlyElementsOf(all(records).lines());
    }

    @Test
    void orderAndPartitioningDoNotShow() {
        List<RawRecord> records = World.of(5, DAYS, 40).records();
        List<String> rows = all(records).lines();
        List<RawRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(1));
        Shelf shelf = new Shelf();
        shelf.publish(stage(rows(shuffled).repartition(7), shelf, 0, DAYS));
        assertThat(shelf.lines()).containsExactlyElementsOf(rows);
    }

    @Test
    void aChainOfEditedCopiesIsOneStoryNamedByItsFirst() {
        World world = new World(3);
        List<String> text = world.text(150);
        List<String> urls = new ArrayList<>();
        for (int day = 0; day < 6; day++) {
            urls.add(world.add(day, text));
            text = world.edited(text, 5);
        }
        Shelf shelf = new Shelf();
        Collections.reverse(urls);
        for (int day = 5; day >= 0; day--) {
            shelf.publish(run(world.records(), shelf, day, day));
            assertThat(new HashSet<>(shelf.stories().values()))
                    .as("stories after days 5 to %d", day)
                    .containsExactly(idOf(shelf, urls.get(5 - day)));
        }
    }

    @Test
    void aStoryEndsWhereItPausesForLongerThanStoryDays() {
        World world = new World(4);
        List<String> text = world.text(150);
        world.add(0, text);
        world.add(2, text);
        world.add(5, text);
        assertThat(new HashSet<>(all(world.records()).stories().values())).hasSize(2);
    }

    @Test
    void aDayRunAgainWithoutTheArticleThatJoinedTwoPartsThem() {
        World world = new World(8);
        List<String> one = world.text(100);
        List<String> other = world.text(100);
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        world.add(0, one);
        world.add(2, other);
        RawRecord bridge = world.add(1, "https://alef.example/bridge", "جسر", both, null);
        Shelf shelf = all(world.records());
        assertThat(new HashSet<>(shelf.stories().values())).hasSize(1);

        world.records().remove(bridge);
        shelf.publish(run(world.records(), shelf, 1, 1));
        assertThat(new HashSet<>(shelf.stories().values())).hasSize(2);
        assertThat(shelf.lines()).containsExactlyElementsOf(all(world.records()).lines());
    }

    @Test
    void theRecordUpdatedLastIsTheArticle() {
        World world = new World(1);
        String url = "https://alef.example/1";
        world.add(1, url, "أول", world.text(30), "2024-03-02T08:00:00Z");
        RawRecord last = world.add(1, url, "ثان", world.text(30), "2024-03-02T11:00:00+02:00");
        world.add(1, url, "ثالث", world.text(30), null);
        Cleaned cleaned = run(world.records(), new Shelf(), 0, DAYS);
        assertThat(cleaned.articles().select("title").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly(last.title());
        assertThat(cleaned.duplicates().select("reason").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("same_url", "same_url");
    }

    @Test
    void whatRepeatsAnEarlierDayIsADuplicateWhicheverDayIsRunFirst() {
        World world = new World(2);
        List<String> text = world.text(50);
        RawRecord first = world.add(0, "https://alef.example/1", "عنوان", text, null);
        world.add(4, "https://alef.example/2", "عنوان", text, null);
        world.add(5, "https://alef.example/1", "عنوان آخر", world.text(50), null);
        Shelf late = new Shelf();
        late.publish(run(world.records(), late, 3, 6));
        assertThat(late.size("articles")).as("before the first day is run").isEqualTo(2);

        Cleaned cleaned = run(world.records(), late, 0, 0);
        assertThat(cleaned.withdrawnOn()).containsExactly(World.FIRST.plusDays(4), World.FIRST.plusDays(5));
        late.publish(cleaned);
        assertThat(late.stories().keySet()).containsExactly(first.url());
        assertThat(late.size("duplicates")).isEqualTo(2);
        assertThat(late.lines()).containsExactlyElementsOf(all(world.records()).lines());
    }

    @Test
    void tellsTheDaysWhoseRepeatsLostTheirArticle() {
        World world = new World(2);
        List<String> text = world.text(50);
        world.add(0, "https://alef.example/1", "عنوان", text, null);
        world.add(4, "https://alef.example/2", "عنوان", text, null);
        Shelf shelf = all(world.records());
        List<RawRecord> later = world.records().subList(1, 2);
        Cleaned cleaned = run(later, shelf, 0, 0);
        assertThat(cleaned.staleDays()).containsExactly(World.FIRST.plusDays(4));
        shelf.publish(cleaned);
        shelf.publish(run(later, shelf, 4, 4));
        assertThat(shelf.lines()).containsExactlyElementsOf(all(later).lines());
    }

    @Test
    void everyRecordIsAccountedForByFile() {
        World world = new World(9);
        List<String> text = world.text(30);
        world.add(0, "https://alef.example/1", "عنوان", text, null);
        world.add(0, "https://alef.example/1", "عنوان", text, null);
        world.add(6, text);
        world.records().add(RawRecord.rejected("archive-1.jsonl", 7, RejectReason.BAD_JSON, "cut"));
        world.records().add(RawRecord.rejected("other.jsonl", 8, RejectReason.BAD_JSON, "cut"));
        Account account = run(world.records(), new Shelf(), 0, 3).account();
        assertThat(account.of("archive-0.jsonl"))
                .hasToString("1 records, 1 articles, 0 duplicates, 0 rejected, 0 out of range");
        assertThat(account.of("archive-1.jsonl"))
                .hasToString("2 records, 0 articles, 1 duplicates, 1 rejected, 0 out of range");
        assertThat(account.of("archive-2.jsonl"))
                .hasToString("1 records, 0 articles, 0 duplicates, 0 rejected, 1 out of range");
        assertThat(account.total()).hasToString("5 records, 1 articles, 1 duplicates, 2 rejected, 1 out of range");
    }

    @Test
    void aLostRecordFailsTheRunAndNamesTheFile() {
        Account account = new Account();
        account.read("good.jsonl", Account.Reading.REJECTED);
        account.read("bad.jsonl", Account.Reading.CANDIDATE);
        account.read("bad.jsonl", Account.Reading.CANDIDATE);
        account.found("bad.jsonl", 1, 0);
        assertThatThrownBy(account::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bad.jsonl (2 records, 1 articles, 0 duplicates")
                .hasMessageNotContaining("good.jsonl");
    }

    private static String idOf(Shelf shelf, String url) {
        return shelf.articles(shelf.days()).filter("url = '" + url + "'").head().getAs("article_id");
    }

    private Shelf all(List<RawRecord> records) {
        Shelf shelf = new Shelf();
        shelf.publish(run(records, shelf, 0, 30));
        return shelf;
    }

    private Cleaned run(List<RawRecord> records, Shelf shelf, int from, int to) {
        return stage(rows(records), shelf, from, to);
    }

    private Cleaned stage(Dataset<Row> rows, Shelf shelf, int from, int to) {
        LocalDate first = World.FIRST.plusDays(from);
        LocalDate last = World.FIRST.plusDays(to);
        Set<LocalDate> named = new HashSet<>(first.datesUntil(last.plusDays(1)).toList());
        return new CleanStage(SETTINGS)
                .run(rows, new CleanInput(folder.resolve("run-" + runs++).toString(), first, last, named, shelf));
    }

    private static Dataset<Row> rows(List<RawRecord> records) {
        return LocalSpark.session()
                .createDataFrame(records.stream().map(RAW::toRow).toList(), RAW.schema())
                .repartition(2);
    }
}
