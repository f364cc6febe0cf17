package org.rasd.read;

/**
 * Follows one JSON object byte by byte, in any encoding in which ASCII is ASCII: whether it is open, has ended, or cannot
 * be JSON. Numbers and the words of JSON are not looked at closely; the parser does that.
 *
 * <p>Cost: one step a byte; a bit for each level of nesting.
 */
final class JsonShape {
    private static final int MOST_DEPTH = 1 << 16;

    private final long[] objects = new long[MOST_DEPTH / Long.SIZE];
    private int depth;
    private Due due = Due.VALUE;
    private boolean inString;
    private boolean inWord;
    private boolean escaped;

    /** Where the object stands after a byte. */
    enum Step {
        OPEN,
        ENDED,
        BROKEN
    }

    /** What may come next. */
    private enum Due {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END
    }

    /** An object begins: its first brace was seen. */
    void begin() {
        depth = 0;
        inString = false;
        inWord = false;
        escaped = false;
        push(true);
    }

    /** True within a string; there a line end is an error and no byte but quote and backslash counts. */
    boolean inString() {
        return inString;
    }

    /** True right after the string that names a field of the outermost object. */
    boolean atFieldName() {
        return depth == 1 && due == Due.COLON;
    }

    Step step(byte b) {
        if (inString) {
            return string(b);
        }
        if (inWord) {
            if (isWord(b)) {
                return Step.OPEN;
            }
            inWord = false;
            due = Due.COMMA_OR_END;
        }
        return switch (b) {
            case ' ', '\t', '\r', '\n' -> Step.OPEN;
            case '"' -> quote();
            case '{' -> isValueDue() && push(true) ? Step.OPEN : Step.BROKEN;
            case '[' -> isValueDue() && push(false) ? Step.OPEN : Step.BROKEN;
            case '}' -> isObject() && (due == Due.KEY_OR_END || due == Due.COMMA_OR_END) ? pop() : Step.BROKEN;
            case ']' -> !isObject() && (due == Due.VALUE_OR_END || due == Due.COMMA_OR_END) ? pop() : Step.BROKEN;
            case ':' -> next(Due.COLON, Due.VALUE);
            case ',' -> next(Due.COMMA_OR_END, isObject() ? Due.KEY : Due.VALUE);
            default -> word(b);
        };
    }

    private Step string(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            due = due == Due.KEY ? Due.COLON : Due.COMMA_OR_END;
        }
        return b == '\n' ? Step.BROKEN : Step.OPEN;
    }

    private Step quote() {
        boolean key = due == Due.KEY || due == Due.KEY_OR_END;
        if (!key && !isValueDue()) {
            return Step.BROKEN;
        }
        due = key ? Due.KEY : Due.VALUE;
        inString = true;
        return Step.OPEN;
    }

    private Step word(byte b) {
        inWord = isWord(b) && isValueDue();
        return inWord ? Step.OPEN : Step.BROKEN;
    }

    private static boolean isWord(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '-' || b == '+' || b == '.';
    }

    private boolean isValueDue() {
        return due == Due.VALUE || due == Due.VALUE_OR_END;
    }

    private Step next(Due from, Due to) {
        boolean fits = due == from;
        due = to;
        return fits ? Step.OPEN : Step.BROKEN;
    }

    private boolean push(boolean object) {
        if (depth == MOST_DEPTH) {
            return false;
        }
        long bit = 1L << depth;
        objects[depth / Long.SIZE] = object ? objects[depth / Long.SIZE] | bit : objects[depth / Long.SIZE] & ~bit;
        depth++;
        due = object ? Due.KEY_OR_END : Due.VALUE_OR_END;
        return true;
    }

    private Step pop() {
        depth--;
        due = Due.COMMA_OR_END;
        return depth == 0 ? Step.ENDED : Step.OPEN;
    }

    private boolean isObject() {
        return (objects[(depth - 1) / Long.SIZE] & 1L << (depth - 1)) != 0;
    }
}
