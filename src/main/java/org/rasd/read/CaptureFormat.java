package org.rasd.read;

import java.io.IOException;
import org.rasd.read.CaptureHead.BadHeadException;

/** How the heads of records look in a file of captures. */
interface CaptureFormat {
    /** Bytes that {@link #begins} and {@link #surelyBegins} need to see. */
    int LOOK_AHEAD = 2048;

    /** True where a record may begin with this byte. */
    boolean mayBegin(int first);

    /** True where a record begins with {@code ahead}. */
    boolean begins(String ahead);

    /** True where {@code in} stands at the begin of a line or member that is a head. */
    default boolean isAt(CaptureInput in) throws IOException {
        return mayBegin(in.peek()) && (in.beginsMember() || in.lineBegins()) && begins(in.ahead(LOOK_AHEAD));
    }

    /** True where a record begins with {@code ahead} even if it stands within a record that claims these bytes. */
    boolean surelyBegins(String ahead);

    /** True where line ends, so many, close a record. */
    boolean closes(int lineEnds);

    /** Takes the head at which {@code in} stands. */
    CaptureHead head(CaptureInput in) throws IOException, BadHeadException;

    /** True where a line of {@code text} begins a record for sure. */
    static boolean holdsHead(CaptureFormat format, String text) {
        for (int i = text.indexOf('\n') + 1; i > 0; i = text.indexOf('\n', i) + 1) {
            if (i < text.length()
                    && format.mayBegin(text.charAt(i))
                    && format.surelyBegins(text.substring(i, Math.min(text.length(), i + LOOK_AHEAD)))) {
                return true;
            }
        }
        return false;
    }
}
