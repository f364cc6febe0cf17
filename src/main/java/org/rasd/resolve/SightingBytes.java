package org.rasd.resolve;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sightings as bytes and back, some 200 each.
 *
 * <p>A reader keeps one copy of each name that it meets, so that a task's sightings share them; it serves one thread.
 */
public final class SightingBytes {
    private final Map<String, String> names = new HashMap<>();

    /** A reader that has met no name yet. */
    public SightingBytes() {}

    /** Appends {@code sighting} to {@code out}. */
    public static void write(Sighting sighting, DataOutput out) throws IOException {
        out.writeUTF(sighting.eventMentionId());
        out.writeUTF(sighting.articleId());
        out.writeUTF(sighting.storyId());
        out.writeUTF(sighting.source());
        out.writeInt(sighting.sentenceIndex());
        out.writeUTF(sighting.eventType());
        out.writeUTF(sighting.status());
        out.writeBoolean(sighting.historical());
        write(sighting.sourceActors(), out);
        write(sighting.targetActors(), out);
        write(sighting.mediators(), out);
        write(sighting.countries(), out);
        Integer persons = sighting.personsCount();
        out.writeBoolean(persons != null);
        if (persons != null) {
            out.writeInt(persons);
        }
        LocalDate date = sighting.eventDate();
        out.writeLong(date == null ? Long.MIN_VALUE : date.toEpochDay());
        write(sighting.eventDatePrecision(), out);
        write(sighting.eventDateBasis(), out);
        write(sighting.topic(), out);
        out.writeDouble(sighting.confidence());
        out.writeLong(sighting.publishedOn().toEpochDay());
        out.writeUTF(sighting.sketch());
        out.writeUTF(sighting.storyGroupId());
        out.writeUTF(sighting.storyBlockKey());
        out.writeLong(sighting.groupOn().toEpochDay());
        out.writeUTF(sighting.groupId());
        out.writeUTF(sighting.blockKey());
        write(sighting.eventId(), out);
    }

    /** Reads what {@link #write} wrote. */
    public Sighting read(DataInput in) throws IOException {
        return new Sighting(
                in.readUTF(),
                name(in),
                name(in),
                name(in),
                in.readInt(),
                name(in),
                name(in),
                in.readBoolean(),
                names(in),
                names(in),
                names(in),
                names(in),
                in.readBoolean() ? (Integer) in.readInt() : null,
                date(in.readLong()),
                nameOrNull(in),
                nameOrNull(in),
                nameOrNull(in),
                in.readDouble(),
                LocalDate.ofEpochDay(in.readLong()),
                in.readUTF(),
                name(in),
                name(in),
                LocalDate.ofEpochDay(in.readLong()),
                name(in),
                name(in),
                nameOrNull(in));
    }

    private static @Nullable LocalDate date(long day) {
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private static void write(List<String> codes, DataOutput out) throws IOException {
        out.writeInt(codes.size());
        for (String code : codes) {
            out.writeUTF(code);
        }
    }

    private static void write(@Nullable String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private List<String> names(DataInput in) throws IOException {
        int size = in.readInt();
        List<String> codes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            codes.add(name(in));
        }
        return codes;
    }

    private @Nullable String nameOrNull(DataInput in) throws IOException {
        return in.readBoolean() ? name(in) : null;
    }

    private String name(DataInput in) throws IOException {
        String read = in.readUTF();
        String known = names.putIfAbsent(read, read);
        return known == null ? read : known;
    }
}
