package org.rasd.extract;

import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.table.RecordCodec;

/** The extractor with our own lists and tagger: articles are its rows. */
public final class ExtractStage implements ArticleStage {
    private static final long serialVersionUID = 1L;

    private final ConfRoot conf;
    private final ExtractSettings settings;

    /** A stage that reads its rules and lists from {@code conf}. */
    public ExtractStage(ConfRoot conf, ExtractSettings settings) {
        this.conf = conf;
        this.settings = settings;
    }

    @Override
    public Dataset<Row> rows(Dataset<Row> articles) {
        return articles;
    }

    @Override
    public Function<Row, Extracted> open() {
        ArticleExtractor extractor = SharedExtractor.get(conf, settings);
        RecordCodec<Article> reader = RecordCodec.of(Article.class);
        return row -> {
            Article article = reader.fromRow(row);
            return new Extracted(article, extractor.extract(article));
        };
    }
}
