package org.rasd.read;

import java.io.Serializable;

/**
 * One of several tasks that share a file that cannot be cut, such as a gzip stream: each unpacks all of it, which is
 * cheap, and parses every {@code count}-th unit, which is not.
 */
public record Stripe(int index, int count) implements Serializable {
    static final Stripe ALL = new Stripe(0, 1);

    /** True where unit number {@code unit} is this task's. */
    public boolean takes(long unit) {
        return count == 1 || unit % count == index;
    }
}
