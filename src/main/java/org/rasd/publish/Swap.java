package org.rasd.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Carries out a journal; can be repeated from any point at which it broke off. */
final class Swap {
    private static final String ROOM = Folders.STAGING + "room";

    private final Store store;
    private final Follower follower;

    /** What follows a manifest once it is true, and before anything goes that was true before. */
    interface Follower {
        void follow(Manifest manifest) throws IOException;
    }

    Swap(Store store) {
        this(store, manifest -> {});
    }

    /** The same with one who must know; called again where it broke off. */
    Swap(Store store, Follower follower) {
        this.store = store;
        this.follower = follower;
    }

    /**
     * Decides the publication: from here on it is carried out, whatever happens. A full disk must show before: the room that
     * the manifest and the views will take is held until they are written.
     */
    void decide(Journal journal) throws IOException {
        if (store.swapping() != Store.Swapping.FILE) {
            store.write(ROOM, room(journal.manifest()));
        }
        store.write(Journal.PATH, Json.write(journal));
    }

    private byte[] room(Manifest manifest) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(Json.write(manifest));
        for (ViewDialect dialect : ViewDialect.values()) {
            all.write(text(dialect, manifest));
        }
        return all.toByteArray();
    }

    /** Finishes a publication that was decided and broke off; true where there was one. */
    boolean recover() throws IOException {
        if (!store.exists(Journal.PATH)) {
            return false;
        }
        carryOut(Json.read(store, Journal.PATH, Journal.class));
        return true;
    }

    void carryOut(Journal journal) throws IOException {
        // The manifest is written when all is moved: where it stands, the trash, by which a move is known, may be gone.
        if (!Warehouse.manifest(store).equals(journal.manifest())) {
            for (Journal.Move move : journal.moves()) {
                if (!done(move)) {
                    store.move(move.from(), move.to());
                }
            }
            store.remove(ROOM);
            store.write(Manifest.PATH, Json.write(journal.manifest()));
        }
        follower.follow(journal.manifest());
        folders(journal.manifest());
        views(journal.manifest());
        for (String path : journal.removals()) {
            store.remove(path);
        }
        store.remove(Journal.PATH);
    }

    /** A table without rows has a folder too, for engines that look for one; object stores know no empty folders. */
    private void folders(Manifest manifest) throws IOException {
        for (Map.Entry<String, Manifest.PublishedTable> table :
                manifest.tables().entrySet()) {
            if (table.getValue().files().isEmpty() && store.swapping() != Store.Swapping.FILE) {
                store.createFolders(table.getKey());
            }
        }
    }

    private void views(Manifest manifest) throws IOException {
        for (ViewDialect dialect : ViewDialect.values()) {
            store.write(Folders.VIEWS + "/" + dialect.fileName(), text(dialect, manifest));
        }
    }

    private byte[] text(ViewDialect dialect, Manifest manifest) {
        return dialect.write(manifest, store.locate("")).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Into the trash of this publication went what was there before; out of its staging folder came what is there now.
     */
    private boolean done(Journal.Move move) throws IOException {
        if (move.to().startsWith(Folders.TRASH)) {
            return store.exists(move.to());
        }
        return !store.exists(move.from());
    }
}
