package org.rasd.job.command;

import org.rasd.job.run.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"rasd " + CodeVersion.current()};
    }
}
