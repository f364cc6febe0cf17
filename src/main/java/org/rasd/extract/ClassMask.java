package org.rasd.extract;

/** A set of word classes, at most 128. */
public record ClassMask(long low, long high) {
    /** The empty set. */
    public static final ClassMask EMPTY = new ClassMask(0, 0);

    /** This set with one class more. */
    public ClassMask with(int classId) {
        return classId < 64
                ? new ClassMask(low | 1L << classId, high)
                : new ClassMask(low, high | 1L << (classId - 64));
    }

    /** True where both share a class. */
    public boolean meets(long otherLow, long otherHigh) {
        return (low & otherLow) != 0 || (high & otherHigh) != 0;
    }

    /** True where there is no class. */
    public boolean isEmpty() {
        return low == 0 && high == 0;
    }
}
