package org.rasd.job.run;

/** The version of the running code, for reports and manifests. */
public final class CodeVersion {
    private CodeVersion() {}

    /** As the jar's manifest says; {@code development} when run from class folders. */
    public static String current() {
        String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
