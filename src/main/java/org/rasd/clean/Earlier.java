package org.rasd.clean;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What earlier runs published, as the job hands it in; days that are not there give no rows. */
public interface Earlier {
    /** Days that have signatures. */
    SortedSet<LocalDate> days();

    /** Rows of ArticleSignature of {@code days}. */
    Dataset<Row> signatures(Collection<LocalDate> days);

    /** Rows of Article of {@code days}. */
    Dataset<Row> articles(Collection<LocalDate> days);

    /** Rows of DuplicateRecord of {@code days}. */
    Dataset<Row> duplicates(Collection<LocalDate> days);
}
