package org.rasd.lang;

/** A number in words. */
public record NumberWord(int value, Rank rank) implements Entry {
    /** How a number word joins others. */
    public enum Rank {
        /** One to nineteen. */
        UNIT,
        /** Ten as the second part of eleven to nineteen. */
        TEEN,
        /** Twenty to ninety. */
        TEN,
        /** Hundreds. */
        HUNDRED,
        /** Thousand and more: multiplies what stands before. */
        SCALE,
        /** Two thousand and the like: complete, adds. */
        COMPLETE,
        /** First to thirty-first, for days of a month. */
        ORDINAL,
        /** Tens of, hundreds of: a number not told. */
        VAGUE
    }
}
