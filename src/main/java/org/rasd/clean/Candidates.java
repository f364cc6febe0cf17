package org.rasd.clean;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Article;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectedRecord;
import org.rasd.table.RecordCodec;

/**
 * Every record cleaned once and written down: what may become an article of the days that count, with its keys and
 * signature, and what was rejected.
 *
 * <p>Cost: one pass; no shuffle.
 */
final class Candidates {
    private static final RecordCodec<RawRecord> RAW = RecordCodec.of(RawRecord.class);
    private static final RecordCodec<Article> ARTICLES = RecordCodec.of(Article.class);
    private static final RecordCodec<RejectedRecord> REJECTED = RecordCodec.of(RejectedRecord.class);
    private static final StructType SCHEMA = new StructType()
            .add("record", DataTypes.LongType, false)
            .add("article", ARTICLES.schema(), true)
            .add("rejected", REJECTED.schema(), true)
            .add("text_key", DataTypes.LongType, true)
            .add("place", DataTypes.LongType, true)
            .add("updated", DataTypes.LongType, true)
            .add("signature", DataTypes.StringType, true);

    /** Bits for the number of a record within its task. */
    private static final int TASK_SHIFT = 36;

    private final Dataset<Row> rows;
    private final Tally tally;

    private Candidates(Dataset<Row> rows, Tally tally) {
        this.rows = rows;
        this.tally = tally;
    }

    /** Cleans {@code records} into the scratch folder. */
    static Candidates write(Dataset<Row> records, CleanInput input) {
        SparkSession spark = records.sparkSession();
        Tally tally = new Tally();
        spark.sparkContext().register(tally);
        String place = input.scratch() + "/candidates";
        LocalDate first = input.first();
        LocalDate last = input.last();
        records.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) raw -> new Cleaning(raw, first, last, tally),
                        Encoders.row(SCHEMA))
                .write()
                .option("compression", "snappy")
                .parquet(place);
        return new Candidates(spark.read().schema(SCHEMA).parquet(place), tally);
    }

    Tally tally() {
        return tally;
    }

    /** What finding copies needs: keys and signatures, no text. */
    Dataset<Row> keys() {
        return rows.filter("article is not null")
                .selectExpr(
                        "record",
                        "article.article_id",
                        "text_key",
                        "place",
                        "article.published_on",
                        "updated",
                        "article.captured_at",
                        "article.archive_file",
                        "article.archive_offset",
                        "signature");
    }

    /** Rows of Article and their {@code record}; story_id is empty. */
    Dataset<Row> articles() {
        return rows.filter("article is not null").selectExpr("record", "article.*");
    }

    /** Rows of RejectedRecord. */
    Dataset<Row> rejected() {
        return rows.filter("rejected is not null").selectExpr("rejected.*");
    }

    /** Equal for articles of one source with the same text. */
    private static long textKey(Article article) {
        String key = article.source() + "\n" + article.contentHash();
        long hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = Signature.mix(hash * 31 + key.charAt(i));
        }
        return hash;
    }

    /** When the record was last changed, null where it does not say. */
    private static @Nullable Long updatedMillis(RawRecord raw) {
        PublicationDate date = raw.updated() == null
                ? null
                : PublicationDate.parse(raw.updated()).orElse(null);
        if (date == null) {
            return null;
        }
        Instant moment = date.instant();
        return moment == null
                ? date.day().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli()
                : moment.toEpochMilli();
    }

    /** Cleans one record after another. */
    private static final class Cleaning implements Iterator<Row> {
        private final Iterator<Row> records;
        private final LocalDate first;
        private final LocalDate last;
        private final Tally tally;
        private final ArticleCleaner cleaner = new ArticleCleaner();
        private long number = (long) TaskContext.getPartitionId() << TASK_SHIFT;
        private @Nullable Row ahead;

        Cleaning(Iterator<Row> records, LocalDate first, LocalDate last, Tally tally) {
            this.records = records;
            this.first = first;
            this.last = last;
            this.tally = tally;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && records.hasNext()) {
                ahead = cleaned(RAW.fromRow(records.next()));
            }
            return ahead != null;
        }

        private @Nullable Row cleaned(RawRecord raw) {
            ArticleCleaner.Outcome outcome = cleaner.clean(raw);
            RejectedRecord rejected = outcome.rejected();
            if (rejected != null) {
                tally.rejected(raw.archiveFile(), rejected.reason());
                return RowFactory.create(number++, null, REJECTED.toRow(rejected), null, null, null, null);
            }
            Article article = java.util.Objects.requireNonNull(outcome.article());
            if (article.publishedOn().isBefore(first) || article.publishedOn().isAfter(last)) {
                tally.outOfRange(raw.archiveFile());
                return null;
            }
            tally.candidate(raw.archiveFile(), article.publishedOn());
            return RowFactory.create(
                    number++,
                    ARTICLES.toRow(article),
                    null,
                    textKey(article),
                    Place.of(article.publishedOn(), article.publishedAt()),
                    updatedMillis(raw),
                    Signature.of(article.body()));
        }

        @Override
        public Row next() {
            if (!hasNext() || ahead == null) {
                throw new java.util.NoSuchElementException();
            }
            Row row = ahead;
            ahead = null;
            return row;
        }
    }
}
