package org.rasd.publish;

import java.time.LocalDate;
import java.util.Arrays;
import org.rasd.table.TableSpec;

/** Names of the folders of a warehouse. */
final class Folders {
    static final String OWN = "_rasd";
    static final String STAGING = "_rasd/staging/";
    static final String TRASH = "_rasd/trash/";
    static final String LOCK = "_rasd/lock";
    static final String VIEWS = "views";
    static final String ICEBERG = "iceberg";

    private Folders() {}

    /** The path, which stays within the warehouse: a manifest or journal that somebody else wrote may say anything. */
    static String within(String path) {
        boolean leaves = path.startsWith("/")
                || path.contains(":/")
                || Arrays.asList(path.split("[/\\\\]")).contains("..");
        if (leaves) {
            throw new WarehouseException("Cannot use the warehouse: a path in its manifest or journal, got " + path
                    + ", which leaves it; restore the file or publish into an empty folder");
        }
        return path;
    }

    /** The folder of one day of a table. */
    static String day(TableSpec spec, LocalDate day) {
        return spec.name() + "/" + spec.partitionColumn().orElseThrow() + "=" + day;
    }

    /** The day that the name of such a folder tells. */
    static LocalDate day(String folder) {
        return LocalDate.parse(folder.substring(folder.lastIndexOf('=') + 1));
    }
}
