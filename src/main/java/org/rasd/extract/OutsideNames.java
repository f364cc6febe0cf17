package org.rasd.extract;

import java.util.List;

/** The names that something else found in one article: in its title and in its body. */
public record OutsideNames(List<OutsideName> title, List<OutsideName> body) {
    /** None. */
    public static final OutsideNames NONE = new OutsideNames(List.of(), List.of());

    /** Keeps the lists unchangeable. */
    public OutsideNames {
        title = List.copyOf(title);
        body = List.copyOf(body);
    }

    boolean isEmpty() {
        return title.isEmpty() && body.isEmpty();
    }
}
