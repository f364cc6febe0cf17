package org.rasd.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RejectReason;

/**
 * The outermost objects of a JSON file as bytes: those of an array, or one behind the other.
 *
 * <p>A broken object costs itself: reading goes on with the next brace that stands as those of sound records do, on a line
 * of its own equally far in, or else before the same first field. Cost: one look at each byte; at most the cap on records
 * is held.
 */
final class JsonObjects implements Closeable {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_NAME = 64;
    private static final int NOT_FIRST = -1;

    private final InputStream in;
    private final int maxBytes;
    private final JsonShape shape = new JsonShape();
    private byte[] chunk = new byte[CHUNK];
    private int at;
    private int limit;
    private long chunkOffset;
    /** Blank bytes since the line began, {@link #NOT_FIRST} where others stand before. */
    private int indent;

    private byte[] object = new byte[CHUNK];
    private int held;
    private long size;
    private boolean lost;
    private long lookedAtAgain;
    private @Nullable Make sound;
    private boolean firm;
    private @Nullable DamageException damage;

    /** How an object begins: how far in, if it is the first on its line; the quoted name of its first field. */
    private record Make(int indent, String name) {
        boolean isLike(Make other) {
            return indent == other.indent && (indent != NOT_FIRST || name.equals(other.name));
        }

        /** False for a name with control characters or broken UTF-8: damage, by which no other object begins. */
        boolean isNamed() {
            byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
            return name.chars().noneMatch(c -> c < ' ')
                    && TextDecoder.isStrict(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        }
    }

    /** An object, valid until the next is asked for, or why it cannot be told. */
    record Piece(
            long offset, byte[] bytes, int length, @Nullable RejectReason reason, String detail) {}

    JsonObjects(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** First byte that was not looked at yet. */
    long offset() {
        return chunkOffset + at;
    }

    /** The next object, or what stands in its place; null after the last. */
    @Nullable
    Piece next() throws IOException {
        while (more()) {
            byte b = chunk[at];
            if (offset() < 3 && isMark(b)) {
                at++;
            } else if (b == '{' && (!lost || mayBegin())) {
                Piece piece = object();
                if (piece != null) {
                    return piece;
                }
            } else if (lost || isBetween(b)) {
                pass(b);
            } else {
                lost = true;
                return new Piece(offset(), object, 0, RejectReason.BAD_JSON, "no object begins here");
            }
        }
        return damage == null ? null : damaged(offset());
    }

    /** The object that begins here; null where it turned out, while lost, to be no record. */
    private @Nullable Piece object() throws IOException {
        long begin = offset();
        int before = indent;
        held = 0;
        size = 0;
        shape.begin();
        pass((byte) '{');
        keep(at - 1);
        Make make = null;
        JsonShape.Step step = JsonShape.Step.OPEN;
        while (step == JsonShape.Step.OPEN && more()) {
            int from = at;
            while (at < limit && step == JsonShape.Step.OPEN) {
                byte b = chunk[at];
                boolean quoted = shape.inString();
                step = shape.step(b);
                if (step == JsonShape.Step.BROKEN) {
                    break;
                }
                pass(b);
                if (make == null && quoted && shape.atFieldName()) {
                    keep(from);
                    from = at;
                    make = new Make(before, name());
                    if (lost && !isAnyMake() && !make.isLike(Objects.requireNonNull(sound))) {
                        return null;
                    }
                }
            }
            keep(from);
        }
        boolean ended = step == JsonShape.Step.ENDED;
        if (lost && (ended ? isAnyMake() && !endsWell() : make == null)) {
            return null;
        }
        if (make != null && (ended || sound == null)) {
            sound = make;
            firm |= ended && !lost && make.isNamed();
        }
        return piece(begin, step);
    }

    private Piece piece(long begin, JsonShape.Step step) {
        lost = step != JsonShape.Step.ENDED;
        if (damage != null && lost) {
            return damaged(begin);
        }
        if (size > maxBytes) {
            return new Piece(begin, object, 0, RejectReason.TOO_LARGE, size + " bytes; the cap is " + maxBytes);
        }
        if (step == JsonShape.Step.ENDED) {
            return new Piece(begin, object, held, null, "");
        }
        String detail = step == JsonShape.Step.BROKEN
                ? "the object breaks " + size + " bytes after its begin"
                : "the file ends within this object";
        goBack(begin);
        return new Piece(
                begin,
                object,
                0,
                step == JsonShape.Step.BROKEN ? RejectReason.BAD_JSON : RejectReason.TRUNCATED,
                detail);
    }

    /** Gives up all but the first brace of a broken object, within bounds: it may have swallowed others. */
    private void goBack(long begin) {
        if (held == 0 || lookedAtAgain > offset() * 8 + maxBytes) {
            return;
        }
        byte[] again = Arrays.copyOf(Arrays.copyOfRange(object, 1, held), held - 1 + limit - at);
        System.arraycopy(chunk, at, again, held - 1, limit - at);
        lookedAtAgain += held;
        chunk = again;
        chunkOffset = begin + 1;
        at = 0;
        limit = again.length;
        indent = NOT_FIRST;
    }

    /** What is lost counts as a byte, so that no two pieces begin at one place. */
    private Piece damaged(long begin) {
        DamageException why = Objects.requireNonNull(damage);
        damage = null;
        lost = true;
        chunkOffset++;
        indent = sound == null || sound.indent != NOT_FIRST ? 0 : NOT_FIRST;
        return new Piece(begin, object, 0, why.kind().reason(), String.valueOf(why.getMessage()));
    }

    /** While lost: a brace that stands where sound records have theirs; their first field is looked at later on. */
    private boolean mayBegin() {
        return isAnyMake() || Objects.requireNonNull(sound).indent == indent;
    }

    /** True where no sound object was read yet that could show how they begin. */
    private boolean isAnyMake() {
        return sound == null || sound.indent == NOT_FIRST && !firm;
    }

    /** True where what follows, as far as it was read, is the next object or the end of the array: no field of another. */
    private boolean endsWell() {
        int next = at;
        while (next < limit && (chunk[next] == ',' || chunk[next] <= ' ' && chunk[next] >= 0)) {
            next++;
        }
        return next == limit || chunk[next] == '{' || chunk[next] == ']';
    }

    private void pass(byte b) {
        at++;
        if (b == '\n') {
            indent = 0;
        } else if (b != ' ' && b != '\t' && b != '\r') {
            indent = NOT_FIRST;
        } else if (indent != NOT_FIRST) {
            indent++;
        }
    }

    /** Takes the bytes from {@code from} to here, as far as the cap lets. */
    private void keep(int from) {
        int length = at - from;
        size += length;
        if (size > maxBytes) {
            held = 0;
            return;
        }
        if (held + length > object.length) {
            object = Arrays.copyOf(object, Math.max(held + length, (int) Math.min(object.length * 2L, maxBytes)));
        }
        System.arraycopy(chunk, from, object, held, length);
        held += length;
    }

    /** The first field's name, or its end where it is long. */
    private String name() {
        int from = Math.max(0, held - MOST_NAME);
        String end = new String(object, from, held - from, StandardCharsets.ISO_8859_1);
        return end.substring(end.lastIndexOf('{') + 1).strip();
    }

    private boolean more() throws IOException {
        if (at < limit) {
            return true;
        }
        if (damage != null) {
            return false;
        }
        chunkOffset += limit;
        at = 0;
        limit = 0;
        chunk = chunk.length == CHUNK ? chunk : new byte[CHUNK];
        try {
            do {
                limit = in.read(chunk, 0, chunk.length);
            } while (limit == 0);
        } catch (DamageException e) {
            damage = e;
        }
        limit = Math.max(0, limit);
        return limit > 0;
    }

    private static boolean isBetween(byte b) {
        return switch (b) {
            case ' ', '\t', '\r', '\n', ',', '[', ']', 0x1E -> true;
            default -> false;
        };
    }

    /** A byte of UTF-8's byte order mark. */
    private static boolean isMark(byte b) {
        return b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
