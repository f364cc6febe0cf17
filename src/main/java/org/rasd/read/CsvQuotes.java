package org.rasd.read;

/** Follows the quotes of a CSV record through its lines, so that its end is known without taking it apart. */
final class CsvQuotes {
    private final byte separator;
    private State state = State.FIELD_BEGINS;

    /** How a line leaves a record. */
    enum End {
        /** The record ends with the line. */
        CLOSED,
        /** A quoted field goes on in the next line. */
        OPEN,
        /** A quoted field ends and text follows: somewhere before a quote was not closed. */
        MALFORMED
    }

    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_SEEN
    }

    CsvQuotes(char separator) {
        this.separator = (byte) separator;
    }

    /** A record begins. */
    void begin() {
        state = State.FIELD_BEGINS;
    }

    /** Follows a line, without its line end, of the record. */
    End follow(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte b = bytes[i];
            switch (state) {
                case FIELD_BEGINS ->
                    state = b == '"' ? State.QUOTED : b == separator ? State.FIELD_BEGINS : State.PLAIN;
                case PLAIN -> state = b == separator ? State.FIELD_BEGINS : State.PLAIN;
                case QUOTED -> state = b == '"' ? State.QUOTE_SEEN : State.QUOTED;
                case QUOTE_SEEN -> {
                    if (b == '"') {
                        state = State.QUOTED;
                    } else if (b == separator) {
                        state = State.FIELD_BEGINS;
                    } else if (b != ' ' && b != '\r') {
                        return End.MALFORMED;
                    }
                }
            }
        }
        return state == State.QUOTED ? End.OPEN : End.CLOSED;
    }
}
