package org.rasd.table;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Column;

/**
 * Turns one record type into Spark rows and back; one component is one column, named in snake case.
 *
 * <p>Shape: String, int, long, double, boolean, their boxes, LocalDate, Instant and List of String. Fails when: a
 * component has another type or no {@link Column}, with an IllegalArgumentException that names it. Cost: method handles
 * looked up once an executor; no reflection a row. Needs {@code spark.sql.datetime.java8API.enabled=true}.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final StructType schema;
    private transient MethodHandle[] getters;
    private transient MethodHandle constructor;
    private transient boolean[] lists;
    private transient @Nullable Places places;

    private RecordCodec(Class<T> type) {
        this.type = type;
        this.schema = new StructType(Arrays.stream(type.getRecordComponents())
                .map(RecordCodec::field)
                .toArray(StructField[]::new));
        this.getters = getters(type);
        this.constructor = constructor(type);
        this.lists = lists(schema);
    }

    /** The codec of {@code type}. */
    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /** The schema, with column comments and nullability as the record says. */
    public StructType schema() {
        return schema;
    }

    /** Spark's encoder for rows of this schema. */
    public Encoder<Row> encoder() {
        return Encoders.row(schema);
    }

    /** The record as a row. */
    public Row toRow(T value) {
        Object[] cells = new Object[getters.length];
        for (int i = 0; i < cells.length; i++) {
            Object cell = get(getters[i], value);
            cells[i] = cell instanceof List<?> list ? list.toArray(new String[0]) : cell;
        }
        return RowFactory.create(cells);
    }

    /** The record as a row in Spark's own form, which its writers take without an encoder. */
    public InternalRow toInternalRow(T value) {
        Object[] cells = new Object[getters.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = internal(get(getters[i], value));
        }
        return new GenericInternalRow(cells);
    }

    private static @Nullable Object internal(@Nullable Object cell) {
        if (cell instanceof String text) {
            return UTF8String.fromString(text);
        } else if (cell instanceof LocalDate day) {
            return (int) day.toEpochDay();
        } else if (cell instanceof Instant moment) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        } else if (cell instanceof List<?> list) {
            return new GenericArrayData(list.stream()
                    .map(one -> UTF8String.fromString((String) one))
                    .toArray());
        }
        return cell;
    }

    /** The record that a row of this schema holds, columns found by name. */
    public T fromRow(Row row) {
        Object[] arguments = new Object[getters.length];
        int[] at = places(row.schema());
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = row.isNullAt(at[i]) ? null : lists[i] ? row.getList(at[i]) : row.get(at[i]);
        }
        try {
            Object made = constructor.invokeExact(arguments);
            return type.cast(made);
        } catch (Throwable e) {
            throw new IllegalArgumentException(
                    "Cannot read a row as " + type.getSimpleName() + ": got " + row + "; check the table's version", e);
        }
    }

    /** Where the columns lie in rows of {@code found}; looked up once, since the rows of a partition share their schema. */
    private int[] places(StructType found) {
        Places known = places;
        if (known == null || known.schema() != found) {
            int[] at = new int[schema.length()];
            for (int i = 0; i < at.length; i++) {
                at[i] = found.fieldIndex(schema.fields()[i].name());
            }
            known = new Places(found, at);
            places = known;
        }
        return known.at();
    }

    private record Places(StructType schema, int[] at) {}

    /** {@code publishedOn} as {@code published_on}. */
    public static String columnName(String componentName) {
        return componentName.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);

    private static StructField field(RecordComponent component) {
        Column column = component.getAnnotation(Column.class);
        if (column == null) {
            throw new IllegalArgumentException("Cannot derive a schema: component " + component + " has no @Column");
        }
        return new StructField(
                        columnName(component.getName()), dataType(component), column.nullable(), Metadata.empty())
                .withComment(column.value());
    }

    private static DataType dataType(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return DataTypes.StringType;
        } else if (type == int.class || type == Integer.class) {
            return DataTypes.IntegerType;
        } else if (type == long.class || type == Long.class) {
            return DataTypes.LongType;
        } else if (type == double.class || type == Double.class) {
            return DataTypes.DoubleType;
        } else if (type == boolean.class || type == Boolean.class) {
            return DataTypes.BooleanType;
        } else if (type == LocalDate.class) {
            return DataTypes.DateType;
        } else if (type == Instant.class) {
            return DataTypes.TimestampType;
        } else if (type == List.class) {
            return STRINGS;
        }
        throw new IllegalArgumentException(
                "Cannot derive a schema: component " + component + " has a type with no column type");
    }

    private static MethodHandle[] getters(Class<?> type) {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        return Arrays.stream(type.getRecordComponents())
                .map(component -> unreflect(lookup, component))
                .toArray(MethodHandle[]::new);
    }

    private static MethodHandle unreflect(MethodHandles.Lookup lookup, RecordComponent component) {
        try {
            return lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("Cannot derive a schema: " + component + " is not public", e);
        }
    }

    private static MethodHandle constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot derive a schema: " + type + " has no public constructor", e);
        }
    }

    private static @Nullable Object get(MethodHandle getter, Object value) {
        try {
            return getter.invokeExact(value);
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot read a component of " + value, e);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        getters = getters(type);
        constructor = constructor(type);
        lists = lists(schema);
    }

    private static boolean[] lists(StructType schema) {
        boolean[] lists = new boolean[schema.length()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = schema.fields()[i].dataType().equals(STRINGS);
        }
        return lists;
    }
}
