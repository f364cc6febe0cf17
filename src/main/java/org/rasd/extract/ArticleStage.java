package org.rasd.extract;

import java.io.Serializable;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rasd.model.Article;

/**
 * Extraction as it travels to executors: what it needs of an article, and what it makes of that.
 *
 * <p>Cost: no shuffle; the extractor is built once an executor process, then it is a pure function of a row.
 */
public interface ArticleStage extends Serializable {
    /** An article and what it gave. */
    record Extracted(Article article, Extraction extraction) {}

    /** Rows for {@link #open}'s function, partitioned and ordered as {@code articles}; articles in other languages may be missing. */
    Dataset<Row> rows(Dataset<Row> articles);

    /** The function, within a task. */
    Function<Row, Extracted> open();
}
