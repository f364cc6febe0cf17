package org.rasd.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Tells which records repeat an article: the same address, or the same text in the same source.
 *
 * <p>Of records with one address, those of the first day of publication count, and of these the one updated last; of
 * articles with one text in a source, the first. Keeps true: what a record repeats depends on the records alone, not on
 * the run that they came in. Cost: two shuffles of light rows.
 */
final class Copies {
    /** Best first; a repeat of which the text is gone cannot be the best. */
    private static final Comparator<Entry> BEST = Comparator.comparing(
                    (Entry entry) -> entry.isGone(Entry.Repeat.SAME_URL))
            .thenComparingLong(Entry::day)
            .thenComparing(Entry::updated, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Entry::captured, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Entry::file)
            .thenComparingLong(Entry::offset);

    private static final Comparator<Fate> FIRST = Comparator.comparing(
                    (Fate fate) -> fate.entry().isGone(Entry.Repeat.SAME_TEXT))
            .thenComparingLong(fate -> fate.entry().place())
            .thenComparing(fate -> fate.entry().id(), Long::compareUnsigned);

    private Copies() {}

    /** The fate of each entry; what shares an address or a text must be among {@code entries} as a whole. */
    static JavaRDD<Fate> fates(JavaRDD<Entry> entries, int partitions) {
        JavaRDD<Fate> byAddress = entries.mapToPair(entry -> new Tuple2<>(entry.id(), entry))
                .groupByKey(partitions)
                .values()
                .flatMap(group -> byAddress(group).iterator());
        JavaRDD<Fate> byText = byAddress
                .filter(Fate::isArticle)
                .mapToPair(fate -> new Tuple2<>(fate.entry().textKey(), fate))
                .groupByKey(partitions)
                .values()
                .flatMap(group -> byText(group).iterator());
        JavaRDD<Fate> told = byText.persist(StorageLevel.MEMORY_AND_DISK());
        return told.union(passedOn(byAddress.filter(fate -> !fate.isArticle()), told, partitions));
    }

    /** What repeats an address repeats what that address' best record does. */
    private static JavaRDD<Fate> passedOn(JavaRDD<Fate> sameAddress, JavaRDD<Fate> told, int partitions) {
        JavaPairRDD<Long, Long> kept = told.filter(fate -> !fate.isArticle())
                .mapToPair(fate -> new Tuple2<>(fate.entry().id(), fate.kept()));
        return sameAddress
                .mapToPair(fate -> new Tuple2<>(fate.kept(), fate))
                .leftOuterJoin(kept, partitions)
                .values()
                .map(both -> both._2().isPresent() ? both._1().keptAs(both._2().get()) : both._1());
    }

    /** The fates of records with one address. */
    static List<Fate> byAddress(Iterable<Entry> group) {
        List<Entry> entries = new ArrayList<>();
        group.forEach(entries::add);
        entries.sort(BEST);
        Entry best = entries.get(0);
        boolean bestIsGone = best.isGone(Entry.Repeat.SAME_URL);
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean gone = entry.isGone(Entry.Repeat.SAME_URL);
            fates.add(new Fate(
                    entry,
                    i > 0 || gone ? Entry.Repeat.SAME_URL : null,
                    bestIsGone && entry.before() != null ? entry.before().kept() : entry.id(),
                    i == 0 || entries.get(i - 1).day() != entry.day(),
                    gone && (bestIsGone || best.day() > entry.day())));
        }
        return fates;
    }

    /** The fates of the best records of their addresses that have one text. */
    static List<Fate> byText(Iterable<Fate> group) {
        List<Fate> fates = new ArrayList<>();
        group.forEach(fates::add);
        fates.sort(FIRST);
        Entry first = fates.get(0).entry();
        boolean firstIsGone = first.isGone(Entry.Repeat.SAME_TEXT);
        List<Fate> told = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            Entry entry = fates.get(i).entry();
            boolean gone = entry.isGone(Entry.Repeat.SAME_TEXT);
            boolean repeats = i > 0 || gone;
            long kept = !repeats
                    ? entry.id()
                    : firstIsGone && entry.before() != null ? entry.before().kept() : first.id();
            told.add(new Fate(
                    entry,
                    repeats ? Entry.Repeat.SAME_TEXT : null,
                    kept,
                    fates.get(i).isFirstOfDay(),
                    gone && (firstIsGone || first.place() > entry.place())));
        }
        return told;
    }
}
