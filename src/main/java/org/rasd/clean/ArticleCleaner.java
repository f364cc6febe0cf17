package org.rasd.clean;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rasd.model.Article;
import org.rasd.model.BodyFormat;
import org.rasd.model.DateBasis;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;
import org.rasd.model.RejectedRecord;

/** One raw record to an article or to a reason why there is none; pure but for the language model, one a task. */
public final class ArticleCleaner {
    private final Languages languages = new Languages();

    /** An article or a rejected record, never both. */
    public record Outcome(
            @Nullable Article article, @Nullable RejectedRecord rejected) {}

    /** Cleans {@code raw}; the article's story is itself until copies are looked for. */
    public Outcome clean(RawRecord raw) {
        if (raw.reason() != null) {
            return rejected(raw, raw.reason(), raw.detail(), null);
        }
        String title = raw.title() == null ? "" : DisplayText.line(raw.title());
        String body = raw.body() == null ? "" : body(raw.body(), raw.bodyFormat());
        Optional<PublicationDate> date = Optional.ofNullable(raw.published()).flatMap(PublicationDate::parse);
        if (title.isEmpty()) {
            return rejected(raw, RejectReason.NO_TITLE, "the title is missing or empty", date.orElse(null));
        }
        if (body.isEmpty()) {
            return rejected(raw, RejectReason.NO_BODY, "the body is missing or empty", date.orElse(null));
        }
        if (raw.published() == null || raw.published().isBlank()) {
            return rejected(raw, RejectReason.NO_DATE, "no date of publication", null);
        }
        if (date.isEmpty() || !date.get().isPlausible(raw.capturedAt())) {
            return rejected(raw, RejectReason.BAD_DATE, "published: " + raw.published(), null);
        }
        return new Outcome(article(raw, title, body, date.get()), null);
    }

    private static String body(String raw, String format) {
        String text = format.equals(BodyFormat.TEXT.code()) ? DisplayText.ofText(raw) : DisplayText.ofHtml(raw);
        return ReadAlso.without(text);
    }

    private Article article(RawRecord raw, String title, String body, PublicationDate date) {
        Languages.Guess language = languages.guess(body);
        String source = source(raw);
        String hash = sha256(title + "\n" + body);
        return new Article(
                sha256(raw.url() == null ? source + "\n" + hash : canonical(raw.url()))
                        .substring(0, 16),
                raw.url(),
                source,
                title,
                body,
                language.language(),
                language.confidence(),
                date.day(),
                date.instant(),
                raw.dateBasis() == null ? DateBasis.ARCHIVE.code() : raw.dateBasis(),
                raw.capturedAt(),
                raw.author() == null || raw.author().isBlank() ? null : DisplayText.line(raw.author()),
                raw.archiveFile(),
                raw.archiveOffset(),
                hash,
                "",
                words(title) + words(body));
    }

    private static Outcome rejected(RawRecord raw, RejectReason reason, String detail, @Nullable PublicationDate date) {
        return rejected(raw, reason.code(), detail, date);
    }

    private static Outcome rejected(
            RawRecord raw, String reason, @Nullable String detail, @Nullable PublicationDate date) {
        String source = source(raw);
        return new Outcome(
                null,
                new RejectedRecord(
                        raw.archiveFile(),
                        raw.archiveOffset(),
                        reason,
                        detail,
                        source.isEmpty() ? null : source,
                        date == null ? null : date.day(),
                        raw.capturedAt()));
    }

    private static String source(RawRecord raw) {
        if (raw.source() != null && !raw.source().isBlank()) {
            return raw.source().strip();
        }
        return raw.url() == null ? "" : host(raw.url());
    }

    private static String host(String url) {
        int from = url.indexOf("://");
        String rest = from < 0 ? url : url.substring(from + 3);
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** One form for addresses that differ only in scheme, {@code www.}, fragment or a slash at the end. */
    private static String canonical(String url) {
        String text = url.strip().replaceFirst("^https?://", "").replaceFirst("^www\\.", "");
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static int words(String text) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            count += letter && !inside ? 1 : 0;
            inside = letter || (inside && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK);
        }
        return count;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
        }
    }
}
