package org.rasd.clean;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every record went, by archive file: in = articles + duplicates + rejected + out of range.
 *
 * <p>Records, rejects and those out of range are counted as they are read; articles and duplicates as they are found in
 * the result, so that a record lost on the way shows.
 */
public final class Account implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FILES_NAMED = 5;

    private final Map<String, Counts> files = new TreeMap<>();

    /** The counts of one file; all zero at first. */
    public static final class Counts implements Serializable {
        private static final long serialVersionUID = 1L;

        private long recordsIn;
        private long articles;
        private long duplicates;
        private long rejected;
        private long outOfRange;

        /** Records that were read. */
        public long recordsIn() {
            return recordsIn;
        }

        /** Records that are articles. */
        public long articles() {
            return articles;
        }

        /** Records that repeat an article. */
        public long duplicates() {
            return duplicates;
        }

        /** Records that give none. */
        public long rejected() {
            return rejected;
        }

        /** Records of days that the run does not cover. */
        public long outOfRange() {
            return outOfRange;
        }

        private void add(Counts other) {
            recordsIn += other.recordsIn;
            articles += other.articles;
            duplicates += other.duplicates;
            rejected += other.rejected;
            outOfRange += other.outOfRange;
        }

        private boolean addsUp() {
            return recordsIn == articles + duplicates + rejected + outOfRange;
        }

        @Override
        public String toString() {
            return recordsIn + " records, " + articles + " articles, " + duplicates + " duplicates, " + rejected
                    + " rejected, " + outOfRange + " out of range";
        }
    }

    /** What became of a record as it was read. */
    enum Reading {
        CANDIDATE,
        REJECTED,
        OUT_OF_RANGE
    }

    void read(String file, Reading outcome) {
        Counts counts = counts(file);
        counts.recordsIn++;
        counts.rejected += outcome == Reading.REJECTED ? 1 : 0;
        counts.outOfRange += outcome == Reading.OUT_OF_RANGE ? 1 : 0;
    }

    void found(String file, long articles, long duplicates) {
        Counts counts = counts(file);
        counts.articles += articles;
        counts.duplicates += duplicates;
    }

    void add(Account other) {
        other.files.forEach((file, counts) -> counts(file).add(counts));
    }

    private Counts counts(String file) {
        return files.computeIfAbsent(file, any -> new Counts());
    }

    /** Archive files, sorted. */
    public Collection<String> files() {
        return List.copyOf(files.keySet());
    }

    /** The counts of {@code file}; all zero where it was not read. */
    public Counts of(String file) {
        return files.getOrDefault(file, new Counts());
    }

    /** The counts of all files together. */
    public Counts total() {
        Counts total = new Counts();
        files.values().forEach(total::add);
        return total;
    }

    /** Fails where the records of a file do not add up, naming it. */
    void check() {
        List<String> wrong = new ArrayList<>();
        files.forEach((file, counts) -> {
            if (!counts.addsUp()) {
                wrong.add(file + " (" + counts + ")");
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Cannot account for every record: got "
                    + String.join("; ", wrong.subList(0, Math.min(FILES_NAMED, wrong.size())))
                    + (wrong.size() > FILES_NAMED ? " and " + (wrong.size() - FILES_NAMED) + " more files" : "")
                    + "; this is a fault of the program, please report it with these numbers");
        }
    }
}
