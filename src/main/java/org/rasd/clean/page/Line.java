package org.rasd.clean.page;

/**
 * A line of a page as a reader sees it: the text between two breaks.
 *
 * @param holder the block that the line starts in
 * @param first innermost element of its first character
 * @param last innermost element of its last character
 * @param text blanks single, entities decoded
 * @param letters letters and digits
 * @param linkLetters those of them within links
 */
record Line(int holder, int first, int last, String text, int letters, int linkLetters) {
    private static final double LINK = 0.66;
    private static final double SOME_LINKS = 0.34;
    private static final int LONG = 60;
    private static final int SENTENCE = 25;

    /** True for a line that is a link to elsewhere. */
    boolean isLink() {
        return linkLetters >= letters * LINK && linkLetters > 0;
    }

    /** True for running text: long, or a short sentence with its end. */
    boolean isProse() {
        return linkLetters <= letters * SOME_LINKS && (letters >= LONG || (letters >= SENTENCE && endsSentence()));
    }

    boolean endsSentence() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".؟?!۔…".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'»”)’]\u200F\u200E ".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
