package org.rasd.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rasd.publish.Manifest.PublishedFile;

/**
 * Where the embedded database reads the files of tables: in place on this machine, else as copies in a folder of their
 * own. A file's name holds a hash of its bytes, so that a copy stays good from one state of the warehouse to the next.
 */
interface QueriedFiles extends AutoCloseable {
    /** The folder beneath which they all are. */
    String folder();

    /** True where files are at hand without being copied first. */
    boolean inPlace();

    /** Where the files of {@code table} are, copied now where they are not yet here. */
    List<String> of(Warehouse warehouse, String table) throws IOException;

    @Override
    void close() throws IOException;

    /** For {@code warehouse}. */
    static QueriedFiles of(Warehouse warehouse) throws IOException {
        return Stores.isLocal(warehouse.location())
                ? new InPlace(warehouse.location())
                : new Copies(Files.createTempDirectory("rasd-sql"));
    }

    /** The files themselves. */
    record InPlace(String folder) implements QueriedFiles {
        @Override
        public boolean inPlace() {
            return true;
        }

        @Override
        public List<String> of(Warehouse warehouse, String table) {
            return warehouse.files(table);
        }

        @Override
        public void close() {}
    }

    /** Copies, gone with the query. */
    record Copies(Path place) implements QueriedFiles {
        @Override
        public String folder() {
            return place.toString();
        }

        @Override
        public boolean inPlace() {
            return false;
        }

        @Override
        public List<String> of(Warehouse warehouse, String table) throws IOException {
            List<String> copies = new ArrayList<>();
            for (PublishedFile file : warehouse.table(table).files()) {
                Path copy = place.resolve(Folders.within(file.path()));
                if (!Files.exists(copy)) {
                    copy(warehouse, file, copy);
                }
                copies.add(copy.toString());
            }
            return copies;
        }

        private static void copy(Warehouse warehouse, PublishedFile file, Path copy) throws IOException {
            Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
            try {
                warehouse.store().copyTo(file.path(), copy);
            } catch (FileNotFoundException e) {
                throw new NoSuchFileException(file.path()); // replaced meanwhile
            }
        }

        @Override
        public void close() throws IOException {
            new LocalStore(place).remove("");
        }
    }
}
