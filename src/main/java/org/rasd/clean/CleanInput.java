package org.rasd.clean;

import java.time.LocalDate;

/**
 * What one run of cleaning is about.
 *
 * @param scratch a folder for rows that are needed again; removed by the caller after the run
 * @param first first day of publication that is kept
 * @param last last day of publication that is kept
 */
public record CleanInput(String scratch, LocalDate first, LocalDate last) {}
