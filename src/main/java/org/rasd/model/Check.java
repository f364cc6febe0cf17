package org.rasd.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What must hold for every row of a table, as an SQL condition over its columns; an unknown (null) result passes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Check.List.class)
public @interface Check {
    /** A short name in snake case, unique in the table; messages show it. */
    String name();

    /** The condition, for example {@code confidence BETWEEN 0 AND 1}. */
    String holds();

    /** All checks of a table. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /** The checks. */
        Check[] value();
    }
}
