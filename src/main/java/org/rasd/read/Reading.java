package org.rasd.read;

import java.io.Serializable;
import java.util.Map;

/**
 * What a task must know to read its slices.
 *
 * @param profiles profiles by name
 * @param maxRecordBytes cap on a record
 */
record Reading(Map<String, Profile> profiles, int maxRecordBytes) implements Serializable {
    Reading {
        profiles = Map.copyOf(profiles);
    }

    /** The profile called {@code name}; fails where there is none. */
    Profile profile(String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException(ReadSettings.unknownProfile(name, profiles.keySet()));
        }
        return profile;
    }
}
