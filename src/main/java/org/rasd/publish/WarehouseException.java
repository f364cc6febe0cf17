package org.rasd.publish;

/** A warehouse cannot be used as asked: wrong place, no rights, another writer, a change that would break readers. */
public final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that says what to do. */
    public WarehouseException(String message) {
        super(message);
    }

    /** With a message that says what to do, and what lies beneath. */
    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
