package org.rasd.job.config;

import java.util.List;

/** Wrong usage or configuration: every problem found, one a line. Commands exit 2 on it. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** {@code problems} must hold at least one line. */
    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One problem alone. */
    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /** The problems in the order found. */
    public List<String> problems() {
        return problems;
    }
}
