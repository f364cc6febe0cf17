package org.rasd.clean;

/** article_id as a number and back: its sixteen hexadecimal digits. */
final class ArticleIds {
    private static final int DIGITS = 16;

    private ArticleIds() {}

    static long number(String articleId) {
        return Long.parseUnsignedLong(articleId, 16);
    }

    static String text(long number) {
        String digits = Long.toHexString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
