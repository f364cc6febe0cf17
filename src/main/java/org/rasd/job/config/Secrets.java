package org.rasd.job.config;

import java.util.regex.Pattern;

/** What of a configuration is shown to nobody: values of keys that name a secret, and names with passwords in URIs. */
public final class Secrets {
    /** Stands where a secret would. */
    public static final String HIDDEN = "\"(hidden)\"";

    private static final Pattern KEY =
            Pattern.compile("(?i).*(secret|passw|token|credential|access[._-]?key|account[._-]?key|sas\\.).*");
    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@");

    private Secrets() {}

    /** True where the value of {@code key} must not be printed. */
    public static boolean isSecret(String key) {
        return KEY.matcher(key).matches();
    }

    /** A URI without what stands before the host; a path as it is. */
    public static String withoutUserInfo(String location) {
        return USER_INFO.matcher(location).replaceFirst("$1");
    }
}
