package org.rasd.extract;

import java.util.Map;
import java.util.Optional;

/** Codes of the field for one event type, by status. */
public record Codes(Map<Status, String> plover, Map<Status, String> cameo, Optional<String> ploverMode) {
    /** Keeps the maps unchangeable. */
    public Codes {
        plover = Map.copyOf(plover);
        cameo = Map.copyOf(cameo);
    }

    /** The PLOVER type; that of an occurred event where the type has none of its own for {@code status}. */
    public String plover(Status status) {
        String own = plover.get(status);
        return own != null ? own : plover.getOrDefault(Status.OCCURRED, "");
    }

    /** The CAMEO code; a rule's own code counts for occurred events only. */
    public String cameo(Status status, Optional<String> ofRule) {
        if (status == Status.OCCURRED && ofRule.isPresent()) {
            return ofRule.get();
        }
        String own = cameo.get(status);
        return own != null ? own : cameo.getOrDefault(Status.OCCURRED, "");
    }

    /** The quad class of a CAMEO code by its root. */
    public static String quadClass(String cameo) {
        int root = cameo.length() < 2 ? 0 : Integer.parseInt(cameo.substring(0, 2));
        if (root <= 5) {
            return "verbal_cooperation";
        } else if (root <= 8) {
            return "material_cooperation";
        }
        return root <= 13 ? "verbal_conflict" : "material_conflict";
    }
}
