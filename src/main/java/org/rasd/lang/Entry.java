package org.rasd.lang;

/** What a list says of a form; the automaton carries it to whoever asked for the form. */
public interface Entry {}
