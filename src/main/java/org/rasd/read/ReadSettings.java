package org.rasd.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is read and how.
 *
 * @param inputs the inputs of the run, read in this order
 * @param profiles profiles by name, the built-in ones included
 * @param maxRecordBytes largest record that is taken; larger ones are rejected with their size, unbuffered
 * @param splitBytes size at which plain line files are split, and about the size of a task
 */
public record ReadSettings(
        List<InputSpec> inputs, Map<String, Profile> profiles, long maxRecordBytes, long splitBytes) {
    /** Keeps the collections unchangeable. */
    public ReadSettings {
        inputs = List.copyOf(inputs);
        profiles = Map.copyOf(profiles);
    }

    /** Everything that can be told wrong without touching a file system; empty if the settings are sound. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (inputs.isEmpty()) {
            problems.add("Cannot read an archive: input, got nothing; name one or more paths with --input");
        }
        if (maxRecordBytes < 1 || maxRecordBytes > Integer.MAX_VALUE / 2) {
            problems.add("Cannot read an archive: max_record_bytes, got " + maxRecordBytes + "; give 1 to "
                    + Integer.MAX_VALUE / 2);
        }
        if (splitBytes < 1) {
            problems.add("Cannot read an archive: split_bytes, got " + splitBytes + "; give 1 or more");
        }
        inputs.forEach(input -> check(input, problems));
        // Only what this run may use: a built-in such as text-fixed is completed by whoever chooses it.
        used().stream().map(profiles::get).filter(Objects::nonNull).forEach(it -> problems.addAll(it.problems()));
        return problems;
    }

    private SortedSet<String> used() {
        SortedSet<String> names = new TreeSet<>(Formats.defaultProfiles());
        inputs.forEach(input -> input.profile().ifPresent(names::add));
        return names;
    }

    /** What tasks need of these settings. */
    Reading reading() {
        return new Reading(profiles, (int) maxRecordBytes);
    }

    private void check(InputSpec input, List<String> problems) {
        if (!input.format().equals(InputSpec.AUTO) && !Formats.names().contains(input.format())) {
            problems.add("Cannot read " + input.path() + ": format, got '" + input.format() + "'; use auto or one of "
                    + String.join(", ", Formats.names()));
        }
        input.profile()
                .filter(name -> !profiles.containsKey(name))
                .ifPresent(name -> problems.add(unknownProfile(name, profiles.keySet())));
    }

    static String unknownProfile(String name, Collection<String> known) {
        return "Cannot find a field mapping: profile, got '" + name + "'; use one of "
                + String.join(", ", new TreeSet<>(known));
    }
}
