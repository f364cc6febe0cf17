package org.rasd.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.rasd.read.ArticleSource.Sharing;

/**
 * Deals files out to tasks: large plain line files are cut, large packed ones are shared by stripes, small files are
 * put together. The records do not depend on it.
 */
final class TaskPlan {
    /** What opening a file costs, as bytes that could be read meanwhile. */
    private static final long OPEN_COST_BYTES = 1 << 16;
    /** Packed text grows about so much. */
    private static final long UNPACK_RATIO = 4;

    private static final long MIN_TASK_BYTES = 1 << 21;
    private static final int TASKS_A_CORE = 3;

    private final Configuration hadoop;
    private final long splitBytes;
    private final int cores;

    TaskPlan(Configuration hadoop, long splitBytes, int cores) {
        this.hadoop = hadoop;
        this.splitBytes = splitBytes;
        this.cores = cores;
    }

    /** One task's slices, read one after another. */
    record Task(List<Slice> slices) implements Serializable {
        Task {
            slices = new ArrayList<>(slices);
        }
    }

    List<Task> tasks(List<Slice> files) throws IOException {
        long total = files.stream().mapToLong(Slice::size).sum();
        long even = total / Math.max(1, (long) cores * TASKS_A_CORE);
        long target = Math.min(splitBytes, Math.max(MIN_TASK_BYTES, even));
        List<Task> tasks = new ArrayList<>();
        List<Slice> open = new ArrayList<>();
        long weight = 0;
        for (Slice file : files) {
            for (Slice piece : pieces(file, target, even)) {
                if (!open.isEmpty() && weight + piece.weight() > target) {
                    tasks.add(new Task(open));
                    open.clear();
                    weight = 0;
                }
                open.add(piece);
                weight += piece.weight() + OPEN_COST_BYTES;
            }
        }
        if (!open.isEmpty()) {
            tasks.add(new Task(open));
        }
        return tasks;
    }

    /** Small files are not looked into: only their task will open them. */
    private List<Slice> pieces(Slice file, long target, long even) throws IOException {
        if (file.size() * UNPACK_RATIO <= target) {
            return List.of(file);
        }
        Head head = head(file);
        boolean packed = head.hasAt(0, "\u001F\u008B") || head.hasAt(257, "ustar");
        if (packed) {
            return shares(file, file.size() * UNPACK_RATIO / target, even);
        }
        Sharing sharing = (file.format().equals(InputSpec.AUTO)
                        ? Formats.recognise(head)
                        : Optional.of(Formats.named(file.format())))
                .map(ArticleSource::sharing)
                .orElse(Sharing.NONE);
        return switch (sharing) {
            case NONE -> List.of(file);
            case BY_UNIT -> shares(file, file.size() / target, even);
            case BY_PIECE -> file.size() > target && !head.isWide() ? cut(file, head, target) : List.of(file);
        };
    }

    /** As many shares as keep the cores busy, and no more: each share unpacks the whole file. */
    private List<Slice> shares(Slice file, long wanted, long even) {
        long busy = 1 + (file.size() - 1) / Math.max(1, even);
        int shares = (int) Math.min(cores * 2L, Math.min(wanted, busy));
        return shares <= 1 ? List.of(file) : stripes(file, shares);
    }

    private static List<Slice> stripes(Slice file, int shares) {
        List<Slice> stripes = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            stripes.add(file.striped(i, shares));
        }
        return stripes;
    }

    /** Pieces other than the first are told the format, as their first bytes may be the middle of a record. */
    private static List<Slice> cut(Slice file, Head head, long target) {
        String format = file.format().equals(InputSpec.AUTO)
                ? Formats.recognise(head).orElseThrow().format()
                : file.format();
        long pieces = (file.size() + target - 1) / target;
        List<Slice> slices = new ArrayList<>();
        for (long i = 0; i < pieces; i++) {
            slices.add(file.withFormat(format).piece(file.size() * i / pieces, file.size() * (i + 1) / pieces));
        }
        return slices;
    }

    private Head head(Slice file) {
        try (InputStream in = Listing.open(file.uri(), hadoop)) {
            return new HeadStream(in).head();
        } catch (IOException e) {
            // A file that cannot be read is found out, and accounted for, by the task that gets it.
            return new Head(new byte[0]);
        }
    }
}
