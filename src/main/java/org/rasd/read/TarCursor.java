package org.rasd.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.rasd.model.RawRecord;

/** The records of all files within a tar, one file after another; links and hidden files are passed over. */
final class TarCursor implements RecordCursor {
    private final Containers containers;
    private final Slice slice;
    private final Containers.Unpacked tarFile;
    private final TarArchiveInputStream tar;
    private final int depth;
    private @Nullable GuardedCursor member;
    private long members;

    TarCursor(Containers containers, Slice slice, Containers.Unpacked tarFile, TarArchiveInputStream tar, int depth) {
        this.containers = containers;
        this.slice = slice;
        this.tarFile = tarFile;
        this.tar = tar;
        this.depth = depth;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            if (member != null) {
                RawRecord record = member.next();
                if (record != null) {
                    return record;
                }
                member.close();
                member = null;
            }
            TarArchiveEntry entry = nextEntry();
            if (entry == null) {
                return null;
            }
            if (entry.isFile()
                    && !Listing.isHiddenPath(entry.getName())
                    && tarFile.stripe().takes(members++)) {
                member = open(entry);
            }
        }
    }

    private @Nullable TarArchiveEntry nextEntry() throws IOException {
        try {
            return tar.getNextTarEntry();
        } catch (IllegalArgumentException e) {
            throw new IOException("broken tar header: " + e.getMessage(), e);
        }
    }

    private GuardedCursor open(TarArchiveEntry entry) {
        String name = tarFile.name() + "!/" + entry.getName();
        Date modified = entry.getLastModifiedDate();
        Instant modifiedAt = Instant.ofEpochMilli(modified.getTime());
        return new GuardedCursor(
                name,
                Stripe.ALL,
                () -> containers.open(
                        slice, new Containers.Unpacked(name, new Open(tar), Stripe.ALL, modifiedAt), depth));
    }

    @Override
    public long offset() {
        return tar.getBytesRead();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** The member's bytes; closing them leaves the tar open. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
