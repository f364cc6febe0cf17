package org.rasd.publish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Picks the file operations for a place. */
final class Stores {
    private Stores() {}

    /** For a path on this machine or a URI that Hadoop knows. */
    static Store open(String location, Configuration configuration) throws IOException {
        return isLocal(location) ? local(location) : HadoopStore.open(location, configuration);
    }

    /** True for a plain path and for {@code file:}. */
    static boolean isLocal(String location) {
        return location.startsWith("file:") || !location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }

    static Store local(String location) {
        return new LocalStore(
                location.startsWith("file:") ? Path.of(URI.create(location).getPath()) : Path.of(location));
    }
}
