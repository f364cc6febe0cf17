package org.rasd.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.rasd.model.Check;
import org.rasd.model.Column;
import org.rasd.model.Table;

/**
 * What a published table promises: its grain, columns, keys, layout and what must hold for its rows.
 *
 * <p>Fails when: the parts do not fit (a key that is no column, a column without description, a check that is no SQL),
 * with all problems in one message.
 *
 * @param name snake case; users query it and it is the table's folder
 * @param grain what one row is
 * @param columns in the order in which users see them
 * @param keys columns that are never null and together unique
 * @param partitionColumn a date column by which the table is laid out in folders; empty for a table in one piece
 * @param sortColumns columns by which rows are sorted within a file
 * @param checks what must hold for every row
 * @param totals figures that must agree with others
 * @param trace a condition in DuckDB's SQL that leads from a row of the table, called {@code cell}, to the rows of {@code events},
 *     called {@code event}, or of {@code articles}, called {@code article}, that it rests on; empty where none is given
 */
public record TableSpec(
        String name,
        String grain,
        List<ColumnSpec> columns,
        List<String> keys,
        Optional<String> partitionColumn,
        List<String> sortColumns,
        List<RowCheck> checks,
        List<TotalCheck> totals,
        Optional<String> trace) {

    /** Refuses parts that do not fit. */
    public TableSpec {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        sortColumns = List.copyOf(sortColumns);
        checks = List.copyOf(checks);
        totals = List.copyOf(totals);
        List<String> problems =
                new TableSpecProblems(name, columns).find(grain, keys, partitionColumn, sortColumns, checks, totals);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** The table whose rows are records of {@code type}, as its {@link Table}, {@link Column} and {@link Check} say. */
    public static TableSpec of(Class<? extends Record> type) {
        Table table = type.getAnnotation(Table.class);
        if (table == null) {
            throw new IllegalArgumentException("Cannot describe a table: " + type.getName() + " has no @Table");
        }
        Builder builder = new Builder(table.name())
                .grain(table.grain())
                .keys(List.of(table.keys()))
                .sortedBy(List.of(table.sortedBy()));
        columns(type).forEach(builder::column);
        if (!table.partitionedBy().isEmpty()) {
            builder.partitionedBy(table.partitionedBy());
        }
        if (!table.trace().isEmpty()) {
            builder.trace(table.trace());
        }
        for (Check check : type.getAnnotationsByType(Check.class)) {
            builder.check(new RowCheck(check.name(), check.holds()));
        }
        return builder.build();
    }

    /** Starts a table that no record describes, such as a report. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The same table with {@code more} figures that must agree. */
    public TableSpec withTotals(List<TotalCheck> more) {
        return new TableSpec(
                name,
                grain,
                columns,
                keys,
                partitionColumn,
                sortColumns,
                checks,
                Stream.concat(totals.stream(), more.stream()).toList(),
                trace);
    }

    /** The Spark schema: columns in order, comments and nullability as promised. */
    public StructType schema() {
        return new StructType(columns.stream().map(ColumnSpec::field).toArray(StructField[]::new));
    }

    /** Names of the columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(ColumnSpec::name).toList();
    }

    /** Sort columns, then the keys: an order without ties. */
    public List<String> totalOrder() {
        return Stream.concat(sortColumns.stream(), keys.stream()).distinct().toList();
    }

    private static List<ColumnSpec> columns(Class<? extends Record> type) {
        StructField[] fields = RecordCodec.of(type).schema().fields();
        List<ColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            Column column = type.getRecordComponents()[i].getAnnotation(Column.class);
            columns.add(new ColumnSpec(
                    fields[i].name(), fields[i].dataType(), column.value(), column.example(), column.nullable()));
        }
        return columns;
    }

    /** Collects the parts of a table; {@link #build} checks them. */
    public static final class Builder {
        private final String name;
        private String grain = "";
        private final List<ColumnSpec> columns = new ArrayList<>();
        private List<String> keys = List.of();
        private Optional<String> partitionColumn = Optional.empty();
        private List<String> sortColumns = List.of();
        private final List<RowCheck> checks = new ArrayList<>();
        private final List<TotalCheck> totals = new ArrayList<>();
        private Optional<String> trace = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        /** What one row is. */
        public Builder grain(String what) {
            this.grain = what;
            return this;
        }

        /** Adds a column after those added before. */
        public Builder column(ColumnSpec column) {
            columns.add(column);
            return this;
        }

        /** Columns that identify a row. */
        public Builder keys(List<String> names) {
            this.keys = names;
            return this;
        }

        /** Columns that identify a row. */
        public Builder keys(String... names) {
            return keys(Arrays.asList(names));
        }

        /** The date column by which the table is laid out. */
        public Builder partitionedBy(String column) {
            this.partitionColumn = Optional.of(column);
            return this;
        }

        /** The order of rows within a file; the keys where it is not given. */
        public Builder sortedBy(List<String> names) {
            this.sortColumns = names;
            return this;
        }

        /** Adds what must hold for every row. */
        public Builder check(RowCheck check) {
            checks.add(check);
            return this;
        }

        /** Adds figures that must agree. */
        public Builder total(TotalCheck total) {
            totals.add(total);
            return this;
        }

        /** What leads from a row to the events or articles behind it. */
        public Builder trace(String condition) {
            this.trace = Optional.of(condition);
            return this;
        }

        /** The table; fails with all problems in one message. */
        public TableSpec build() {
            return new TableSpec(
                    name,
                    grain,
                    columns,
                    keys,
                    partitionColumn,
                    sortColumns.isEmpty() ? keys : sortColumns,
                    checks,
                    totals,
                    trace);
        }
    }
}
