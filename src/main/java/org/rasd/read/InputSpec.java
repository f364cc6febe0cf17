package org.rasd.read;

import java.util.Optional;

/**
 * One input of a run.
 *
 * @param path file, folder or glob; a plain path or a URI of any Hadoop file system
 * @param format a name of {@link Formats#names()}, or {@code auto} to tell each file by its content
 * @param profile name of the profile; empty takes the format's own
 */
public record InputSpec(String path, String format, Optional<String> profile) {
    /** The format name that means: look at the content. */
    public static final String AUTO = "auto";
}
