package org.rasd.lang;

/** One folded form of a listed word. */
public record Surface(String text, Attach attach, Tense tense) {}
