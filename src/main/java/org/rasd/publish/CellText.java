package org.rasd.publish;

/** Text as a terminal shows it: how wide it is, and without what would break a table or steer the terminal. */
final class CellText {
    private static final String ISOLATE = "\u2068";
    private static final String END_ISOLATE = "\u2069";

    private CellText() {}

    /** Columns that {@code text} takes: marks and format characters none, wide East Asian and emoji two. */
    static int width(String text) {
        return text.codePoints().map(CellText::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }

    /** One line, with control characters as spaces and direction controls dropped. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !isDirection(c))
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** At most {@code widest} columns, the end shown as cut. */
    static String cut(String text, int widest) {
        if (width(text) <= widest) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int c : text.codePoints().toArray()) {
            width += width(c);
            if (width >= widest) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept + "\u2026";
    }

    /** Right-to-left text kept from pulling its neighbours around. */
    static String isolated(String text) {
        boolean rightToLeft = text.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(d -> d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return rightToLeft ? ISOLATE + text + END_ISOLATE : text;
    }

    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
