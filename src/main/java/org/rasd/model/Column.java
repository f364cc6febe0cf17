package org.rasd.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one column holds, for the data dictionary, the Parquet column comment and the contract check. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    /** One line: meaning, unit, and when it is null. */
    String value();

    /** A value as it may stand in the table. */
    String example();

    /** True where the column may be null. */
    boolean nullable() default false;
}
