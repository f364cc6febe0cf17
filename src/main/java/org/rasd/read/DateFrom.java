package org.rasd.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.rasd.model.DateBasis;

/** A place where a publication date may stand, outside or inside a record. */
public enum DateFrom {
    /** The field that the profile maps to {@code published}. */
    FIELD,
    /** The file's name, by the profile's date pattern. */
    FILE_NAME,
    /** The folders above the file, relative to the input, by the profile's date pattern. */
    FOLDER,
    /** The day that the profile states. */
    FIXED,
    /** The time of the file's last change. */
    FILE_TIME;

    /** The name in configuration, for example {@code file_name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place with this name, if there is one. */
    public static Optional<DateFrom> of(String key) {
        return Arrays.stream(values()).filter(from -> from.key().equals(key)).findFirst();
    }

    /** What a date from here rests on, where {@code field} is what the profile says of its own field. */
    DateBasis basis(DateBasis field) {
        return switch (this) {
            case FIELD -> field;
            case FILE_NAME, FOLDER, FIXED -> DateBasis.ARCHIVE;
            case FILE_TIME -> DateBasis.CAPTURE;
        };
    }
}
