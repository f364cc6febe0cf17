package org.rasd.publish;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints rows. Cells are String, Boolean, Number, LocalDate, LocalTime, LocalDateTime, Instant, List and Map of these, or
 * null.
 */
interface ResultWriter {
    void row(List<@Nullable Object> cells) throws IOException;

    /** After the last row. */
    void end() throws IOException;
}
