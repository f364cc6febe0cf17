package org.rasd.clean;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rasd.clean.page.PrintedDate;
import org.rasd.model.DateBasis;

/** A date of publication and what it rests on. */
record Dated(PublicationDate date, DateBasis basis) {

    /** The first of {@code printed} that can be read and is plausible at {@code capturedAt}. */
    static Optional<Dated> first(List<PrintedDate> printed, DateOrder order, @Nullable Instant capturedAt) {
        for (PrintedDate candidate : printed) {
            Optional<PublicationDate> date = PublicationDate.parse(candidate.text(), order, capturedAt)
                    .filter(read -> read.isPlausible(capturedAt));
            if (date.isPresent()) {
                return Optional.of(new Dated(date.get(), candidate.basis()));
            }
        }
        return Optional.empty();
    }
}
