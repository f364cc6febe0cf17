package org.rasd.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rasd.testing.LocalSpark;

class ContractCheckTest {
    private static final TableSpec SPEC = TableSpec.builder("things")
            .grain("a thing")
            .column(ColumnSpec.required("id", "string", "An id", "a"))
            .column(ColumnSpec.required("share", "double", "A share, 0 to 1", "0.5"))
            .column(ColumnSpec.optional("note", "string", "A note", "fine"))
            .column(ColumnSpec.required("codes", "array<string>", "Codes", "[RUS]"))
            .keys("id")
            .check(new RowCheck("share_range", "share BETWEEN 0 AND 1"))
            .check(new RowCheck("note_known", "note IN ('fine', 'good')"))
            .total(new TotalCheck("as_many", "SELECT count(*) FROM things", "SELECT sum(n) FROM counts"))
            .build();

    /** As Parquet gives it back: everything may be null. */
    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.StringType)
            .add("share", DataTypes.DoubleType)
            .add("note", DataTypes.StringType)
            .add("codes", DataTypes.createArrayType(DataTypes.StringType));

    private final SparkSession spark = LocalSpark.session();

    private Dataset<Row> rows(@Nullable Object[]... rows) {
        return spark.createDataFrame(Arrays.stream(rows).map(RowFactory::create).toList(), SCHEMA);
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    @Test
    void findsNothingWhereAllHolds() {
        Dataset<Row> good = rows(row("a", 0.0, "fine", new String[] {"RUS"}), row("b", 1.0, null, new String[0]));
        assertThat(ContractCheck.violations(good, SPEC)).isEmpty();
        assertThat(ContractCheck.violations(rows(), SPEC)).isEmpty();
    }

    @Test
    void findsAllProblemsAtOnceWithExamples() {
        Dataset<Row> bad = rows(
                row("a", 0.5, "fine", new String[] {"RUS"}),
                row("a", 1.5, "bad", new String[] {"RUS", null}),
                row("b", -1.0, null, null),
                row(null, null, "good", new String[0]));
        assertThat(ContractCheck.violations(bad, SPEC))
                .extracting(Violation::message)
                .containsExactlyInAnyOrder(
                        "table things breaks not_null: id is null (1 row), for example id=null",
                        "table things breaks not_null: share is null (1 row), for example id=null",
                        "table things breaks not_null: codes is null (1 row), for example id=b",
                        "table things breaks not_null: codes holds a null (1 row), for example id=a",
                        "table things breaks share_range: share BETWEEN 0 AND 1 is not so (2 rows), for example id=a; id=b",
                        "table things breaks note_known: note IN ('fine', 'good') is not so (1 row), for example id=a",
                        "table things breaks unique_keys: not the only row with its id (2 rows), for example id=a");
    }

    @Test
    void comparesColumns() {
        Dataset<Row> odd = rows().selectExpr("id", "float(share) AS share", "codes", "id AS more");
        assertThat(ContractCheck.violations(odd, SPEC))
                .extracting(Violation::message)
                .containsExactly(
                        "table things breaks columns: column share is float, promised is double",
                        "table things breaks columns: column note is missing",
                        "table things breaks columns: column more is not promised");
    }

    @Test
    void comparesTotalsOfTables() {
        Dataset<Row> things = rows(row("a", 0.5, null, new String[0]), row("b", 0.5, null, new String[0]));
        Dataset<Row> two = spark.sql("SELECT 2L AS n");
        Dataset<Row> three = spark.sql("SELECT 3L AS n");
        assertThat(ContractCheck.totals(spark, List.of(SPEC), Map.of("things", things, "counts", two)))
                .isEmpty();
        assertThat(ContractCheck.totals(spark, List.of(SPEC), Map.of("things", things, "counts", three)))
                .extracting(Violation::message)
                .containsExactly("table things breaks as_many: totals differ, 2 from \"SELECT count(*) FROM things\""
                        + " and 3 from \"SELECT sum(n) FROM counts\"");
        assertThat(ContractCheck.totals(spark, List.of(SPEC), Map.of("things", things)))
                .extracting(Violation::detail)
                .singleElement()
                .asString()
                .contains("an error", "counts");
    }
}
