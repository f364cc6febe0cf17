package org.rasd.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Values of a Parquet row as text: dates and instants in ISO form, the items of a list as lines. */
final class ParquetText {
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    private ParquetText() {}

    /** The text at {@code path}, field names from outer to inner; empty where there is none. */
    static Optional<String> at(Group row, List<String> path) {
        List<String> texts = new ArrayList<>();
        collect(row, path, texts);
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }

    private static void collect(Group group, List<String> path, List<String> texts) {
        String name = path.get(0);
        if (!group.getType().containsField(name)) {
            return;
        }
        int field = group.getType().getFieldIndex(name);
        for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
            Type type = group.getType().getType(field);
            if (type.isPrimitive()) {
                texts.add(text(group, field, i, type.asPrimitiveType()));
            } else if (path.size() > 1) {
                collect(group.getGroup(field, i), path.subList(1, path.size()), texts);
            } else {
                items(group.getGroup(field, i), texts);
            }
        }
    }

    /** The plain values below a list, however its levels are named. */
    private static void items(Group group, List<String> texts) {
        for (int field = 0; field < group.getType().getFieldCount(); field++) {
            Type type = group.getType().getType(field);
            for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
                if (type.isPrimitive()) {
                    texts.add(text(group, field, i, type.asPrimitiveType()));
                } else {
                    items(group.getGroup(field, i), texts);
                }
            }
        }
    }

    private static String text(Group group, int field, int index, PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                logical instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(group.getInteger(field, index)).toString()
                        : group.getValueToString(field, index);
            case INT64 ->
                logical instanceof TimestampLogicalTypeAnnotation stamp
                        ? instant(group.getLong(field, index), stamp)
                        : group.getValueToString(field, index);
            case INT96 -> instant(group.getInt96(field, index));
            case BINARY -> group.getBinary(field, index).toStringUsingUTF8();
            default -> group.getValueToString(field, index);
        };
    }

    /** A stamp without a zone stays without one, for the profile's zone to be put to it. */
    private static String instant(long value, TimestampLogicalTypeAnnotation stamp) {
        TimeUnit unit = switch (stamp.getUnit()) {
            case MILLIS -> TimeUnit.MILLISECONDS;
            case MICROS -> TimeUnit.MICROSECONDS;
            case NANOS -> TimeUnit.NANOSECONDS;
        };
        long perSecond = unit.convert(1, TimeUnit.SECONDS);
        try {
            Instant instant = Instant.ofEpochSecond(
                    Math.floorDiv(value, perSecond), unit.toNanos(Math.floorMod(value, perSecond)));
            String text = instant.toString();
            return stamp.isAdjustedToUTC() ? text : text.substring(0, text.length() - 1);
        } catch (DateTimeException e) {
            return Long.toString(value);
        }
    }

    private static String instant(Binary int96) {
        ByteBuffer bytes = int96.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - JULIAN_DAY_OF_EPOCH;
        return Instant.ofEpochSecond(day * 86_400 + nanos / NANOS_A_SECOND, nanos % NANOS_A_SECOND)
                .toString();
    }
}
