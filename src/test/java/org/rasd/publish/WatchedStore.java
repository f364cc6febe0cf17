package org.rasd.publish;

import java.io.IOException;
import java.util.List;

/** A store that can die: before its n-th change it throws, and from then on it does nothing at all. */
final class WatchedStore implements Store {
    /** Told before each change. */
    interface Watch {
        void beforeChange(int number) throws IOException;
    }

    /** What a dead process meets. */
    static final class Died extends IOException {
        private static final long serialVersionUID = 1L;

        Died(int number) {
            super("died before change " + number);
        }
    }

    private final Store store;
    private final Swapping swapping;
    private final Watch watch;
    private int changes;

    WatchedStore(Store store, Swapping swapping, Watch watch) {
        this.store = store;
        this.swapping = swapping;
        this.watch = watch;
    }

    /** Dies before change {@code number}, counted from 1. */
    static WatchedStore dyingAt(Store store, Swapping swapping, int number) {
        return new WatchedStore(store, swapping, now -> {
            if (now >= number) {
                throw new Died(number);
            }
        });
    }

    int changes() {
        return changes;
    }

    private void change() throws IOException {
        changes++;
        watch.beforeChange(changes);
    }

    @Override
    public Swapping swapping() {
        return swapping;
    }

    @Override
    public String locate(String path) {
        return store.locate(path);
    }

    @Override
    public boolean exists(String path) throws IOException {
        return store.exists(path);
    }

    @Override
    public List<Entry> list(String path) throws IOException {
        return store.list(path);
    }

    @Override
    public List<String> files(String folder) throws IOException {
        return store.files(folder);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return store.read(path);
    }

    @Override
    public void copyTo(String path, java.nio.file.Path target) throws IOException {
        store.copyTo(path, target);
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        change();
        store.write(path, bytes);
    }

    @Override
    public void createFolders(String path) throws IOException {
        change();
        store.createFolders(path);
    }

    /** Where renames are copies it can die between copying and removing. */
    @Override
    public void move(String from, String to) throws IOException {
        change();
        if (swapping == Swapping.FILE) {
            store.write(to, store.read(from));
            change();
            store.remove(from);
        } else {
            store.move(from, to);
        }
    }

    @Override
    public void link(String from, String to) throws IOException {
        change();
        store.link(from, to);
    }

    /** It can die when half is removed. */
    @Override
    public void remove(String path) throws IOException {
        List<String> files = store.files(path);
        if (files.size() > 1) {
            change();
            store.remove(files.get(0));
        }
        change();
        store.remove(path);
    }
}
