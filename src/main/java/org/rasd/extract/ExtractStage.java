package org.rasd.extract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.table.RecordCodec;

/**
 * Runs the extractor over articles.
 *
 * <p>Shape: rows with two struct columns, {@code mention} and {@code event_mention}; in each row one of them is null. Cost:
 * no shuffle; the extractor is built once an executor process, rows stream through.
 */
public final class ExtractStage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ConfRoot conf;
    private final ExtractSettings settings;

    /** A stage that reads its rules and lists from {@code conf}. */
    public ExtractStage(ConfRoot conf, ExtractSettings settings) {
        this.conf = conf;
        this.settings = settings;
    }

    /** Columns of the result. */
    public static StructType schema() {
        return new StructType()
                .add("mention", RecordCodec.of(Mention.class).schema(), true)
                .add("event_mention", RecordCodec.of(EventMention.class).schema(), true);
    }

    /** Mentions and event mentions of {@code articles}. */
    public Dataset<Row> run(Dataset<Row> articles) {
        RecordCodec<Article> reader = RecordCodec.of(Article.class);
        ConfRoot root = conf;
        ExtractSettings chosen = settings;
        MapPartitionsFunction<Row, Row> each = rows -> {
            ArticleExtractor extractor = SharedExtractor.get(root, chosen);
            return rows(rows, row -> extractor.extract(reader.fromRow(row)));
        };
        return articles.mapPartitions(each, Encoders.row(schema()));
    }

    /** What {@code extract} gives for each of {@code articles}, as rows of {@link #schema}. */
    public static Iterator<Row> rows(Iterator<Row> articles, Function<Row, Extraction> extract) {
        return new Rows(articles, extract);
    }

    /** One article at a time, so that a partition never lies in memory as a whole. */
    private static final class Rows implements Iterator<Row> {
        private final Iterator<Row> articles;
        private final Function<Row, Extraction> extract;
        private final RecordCodec<Mention> mentions = RecordCodec.of(Mention.class);
        private final RecordCodec<EventMention> events = RecordCodec.of(EventMention.class);
        private Iterator<Row> ready = List.<Row>of().iterator();

        Rows(Iterator<Row> articles, Function<Row, Extraction> extract) {
            this.articles = articles;
            this.extract = extract;
        }

        @Override
        public boolean hasNext() {
            while (!ready.hasNext() && articles.hasNext()) {
                ready = rows(extract.apply(articles.next()));
            }
            return ready.hasNext();
        }

        private Iterator<Row> rows(Extraction extraction) {
            List<Row> out = new ArrayList<>();
            extraction.mentions().forEach(one -> out.add(RowFactory.create(mentions.toRow(one), null)));
            extraction.eventMentions().forEach(one -> out.add(RowFactory.create(null, events.toRow(one))));
            return out.iterator();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.next();
        }
    }
}
