package org.rasd.clean;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a date such as 5/6/2024 is read; one that has only one reading is read that way in any case. */
enum DateOrder {
    /** The fifth of June. */
    DAY_FIRST,
    /** May the sixth. */
    MONTH_FIRST;

    /** Month first for declared American English, day first for all others. */
    static DateOrder of(@Nullable String language) {
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT).replace('_', '-');
        return tag.equals("en-us") ? MONTH_FIRST : DAY_FIRST;
    }
}
