package org.rasd.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a published table.
 *
 * @param name snake case; a promise to users
 * @param type the Spark type
 * @param description one line: meaning, unit, and when it is null
 * @param example a value as it may stand in the table
 * @param nullable whether a row may have no value here
 */
public record ColumnSpec(String name, DataType type, String description, String example, boolean nullable) {
    /** A column that every row fills; {@code type} as SQL writes it, for example {@code array<string>}. */
    public static ColumnSpec required(String name, String type, String description, String example) {
        return new ColumnSpec(name, parse(name, type), description, example, false);
    }

    /** A column that may be null; {@code type} as SQL writes it. */
    public static ColumnSpec optional(String name, String type, String description, String example) {
        return new ColumnSpec(name, parse(name, type), description, example, true);
    }

    /** The type as SQL writes it, for example {@code bigint}. */
    public String typeName() {
        return type.simpleString();
    }

    /** The column as part of a Spark schema, its description as the comment. */
    public StructField field() {
        return new StructField(name, type, nullable, Metadata.empty()).withComment(description);
    }

    private static DataType parse(String column, String type) {
        DataType parsed;
        try {
            parsed = DataType.fromDDL(type);
        } catch (Exception e) { // Spark throws a checked ParseException that it does not declare
            throw new IllegalArgumentException(
                    "Cannot read the type of column " + column + ": got " + type
                            + "; use a Spark SQL type such as string, int, bigint, double, boolean, date, timestamp or"
                            + " array<string>",
                    e);
        }
        DataType strings = DataTypes.createArrayType(DataTypes.StringType);
        return parsed.equals(strings) ? DataTypes.createArrayType(DataTypes.StringType, false) : parsed;
    }
}
