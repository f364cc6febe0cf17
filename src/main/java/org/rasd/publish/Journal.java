package org.rasd.publish;

import java.util.List;

/**
 * A publication that has been decided: what is to be moved, the manifest that is true afterwards, what may then go.
 *
 * <p>Once it stands it is carried out to the end, by the run that wrote it or by the next that opens the warehouse.
 */
record Journal(List<Move> moves, Manifest manifest, List<String> removals) {
    static final String PATH = "_rasd/journal.json";

    Journal {
        moves = List.copyOf(moves);
        removals = List.copyOf(removals);
    }

    /** One rename; {@code to} is a path that was never used before, or whose holder an earlier move took away. */
    record Move(String from, String to) {}
}
