package org.rasd.publish;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's file system of this machine, without a process for each file: where Hadoop lacks its native library, which no
 * jar brings, it starts {@code chmod} four times for each file of a day. Named as {@code fs.file.impl} in local mode.
 *
 * <p>Rights end as {@code chmod} leaves them: folders keep what hands their group on.
 */
public final class QuickLocalFileSystem extends LocalFileSystem {
    /** For Hadoop, which makes it by its name. */
    public QuickLocalFileSystem() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        private static final String MODE = "unix:mode";
        private static final int SET_IDS = 06000;

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            java.nio.file.Path file = pathToFile(path).toPath();
            if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                super.setPermission(path, permission);
                return;
            }
            int kept = Files.isDirectory(file) ? (int) Files.getAttribute(file, MODE) & SET_IDS : 0;
            Files.setAttribute(file, MODE, kept | permission.toShort());
        }
    }
}
