package org.rasd.clean;

import java.util.Arrays;

/**
 * Sets of nodes that are joined; each set is named by its first node, by place and then by id.
 *
 * <p>Cost: some 40 bytes a node, near constant time a join. The result does not depend on the order of the joins.
 */
final class Forest {
    private static final int START = 1 << 10;

    private int size;
    private long[] ids = new long[START];
    private long[] places = new long[START];
    private int[] parents = new int[START];
    /** Open addressing: node + 1 at the hash of its id, 0 where free. */
    private int[] table = new int[2 * START];

    /** Nodes so far. */
    int size() {
        return size;
    }

    /** The id of a node by number. */
    long id(int node) {
        return ids[node];
    }

    /** The place of a node by number. */
    long place(int node) {
        return places[node];
    }

    /** The number of the node {@code id}, made where it is new. */
    int node(long id, long place) {
        int at = slot(id);
        while (table[at] != 0) {
            if (ids[table[at] - 1] == id) {
                return table[at] - 1;
            }
            at = at + 1 & table.length - 1;
        }
        if (size == ids.length) {
            grow();
            return node(id, place);
        }
        ids[size] = id;
        places[size] = place;
        parents[size] = size;
        table[at] = size + 1;
        return size++;
    }

    /** The first node of the set of {@code node}. */
    int first(int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** Makes one set of two. */
    void join(int a, int b) {
        int one = first(a);
        int other = first(b);
        if (one != other) {
            boolean earlier = before(one, other);
            parents[earlier ? other : one] = earlier ? one : other;
        }
    }

    private boolean before(int a, int b) {
        int order = Long.compare(places[a], places[b]);
        return order != 0 ? order < 0 : Long.compareUnsigned(ids[a], ids[b]) < 0;
    }

    private int slot(long id) {
        return (int) Signature.mix(id) & table.length - 1;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
        parents = Arrays.copyOf(parents, 2 * size);
        table = new int[4 * size];
        for (int i = 0; i < size; i++) {
            int at = slot(ids[i]);
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = i + 1;
        }
    }
}
