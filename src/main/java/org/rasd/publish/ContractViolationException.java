package org.rasd.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.rasd.table.Violation;

/** Staged tables break their promises; nothing was published. */
public final class ContractViolationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** With all violations in the message, a line each. */
    public ContractViolationException(List<Violation> violations) {
        super("Cannot publish: the contract is broken, got " + violations.size()
                + " violations; the published tables stay as they were\n"
                + violations.stream()
                        .map(violation -> "  " + violation.message())
                        .collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    /** All violations. */
    public List<Violation> violations() {
        return violations;
    }
}
