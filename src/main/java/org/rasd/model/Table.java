package org.rasd.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a record is laid out as a published table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
    /** The name that users query; a promise. */
    String name();

    /** What one row is. */
    String grain();

    /** Columns that identify a row: never null, together unique. */
    String[] keys();

    /** The partition column, or empty for a table in one piece. */
    String partitionedBy() default "";

    /** Columns by which rows are sorted within a file. */
    String[] sortedBy();

    /** A condition from a row, called cell, to the event or article rows that it rests on; see the reports' contracts. */
    String trace() default "";
}
