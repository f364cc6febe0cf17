package org.rasd.publish;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.StructType;
import org.rasd.table.ContractCheck;
import org.rasd.table.TableSpec;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Looks at rows while they are written: whether one breaks a rule of its table, and the hash of its keys. Cost: some
 * compiled comparisons a row, instead of reading back what was written.
 */
final class RowGuard implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Seq<Expression> watched;
    private final Seq<Attribute> columns;

    private RowGuard(Seq<Expression> watched, Seq<Attribute> columns) {
        this.watched = watched;
        this.columns = columns;
    }

    /** A guard of rows of {@code spec} whose columns stand in the order of {@code schema}. */
    static RowGuard of(SparkSession spark, TableSpec spec, StructType schema) {
        Dataset<Row> none = spark.createDataFrame(spark.sparkContext().<Row>emptyRDD(rowTag()), schema);
        Project plan = (Project) none.select(ContractCheck.broken(spec), ContractCheck.keyHash(spec))
                .queryExecution()
                .optimizedPlan();
        Seq<NamedExpression> list = plan.projectList();
        return new RowGuard(
                JavaConverters.asScalaBuffer(List.<Expression>copyOf(JavaConverters.seqAsJavaList(list).stream()
                        .map(Expression.class::cast)
                        .toList())),
                plan.child().output());
    }

    private static scala.reflect.ClassTag<Row> rowTag() {
        return scala.reflect.ClassTag$.MODULE$.apply(Row.class);
    }

    /** Starts to look, within one task. */
    Eyes open() {
        return new Eyes(UnsafeProjection.create(watched.toSeq(), columns.toSeq()));
    }

    /** Looks at one row after another. */
    static final class Eyes {
        private final UnsafeProjection projection;
        private boolean broken;
        private long[] keys = new long[1 << 10];
        private int count;

        private Eyes(UnsafeProjection projection) {
            this.projection = projection;
        }

        void see(InternalRow row) {
            UnsafeRow found = projection.apply(row);
            broken |= found.getBoolean(0);
            if (count == keys.length) {
                keys = java.util.Arrays.copyOf(keys, 2 * count);
            }
            keys[count++] = found.getLong(1);
        }

        boolean broken() {
            return broken;
        }

        /** The hashes of all keys seen, sorted. */
        long[] keys() {
            long[] sorted = java.util.Arrays.copyOf(keys, count);
            java.util.Arrays.sort(sorted);
            return sorted;
        }
    }
}
