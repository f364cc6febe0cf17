package org.rasd.clean;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rasd.lang.Chars;
import org.rasd.lang.Sha256;
import org.rasd.model.Article;
import org.rasd.model.RawRecord;
import org.rasd.model.RejectReason;
import org.rasd.model.RejectedRecord;

/** One raw record to an article or to a reason why there is none; pure but for the language model, one a task. */
public final class ArticleCleaner {
    private static final Pattern SCHEMES = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*+://)+");
    private final Languages languages = new Languages();

    /** An article or a rejected record, never both. */
    public record Outcome(
            @Nullable Article article, @Nullable RejectedRecord rejected) {}

    /** Cleans {@code raw}; the article's story is itself until copies are looked for. */
    public Outcome clean(RawRecord raw) {
        if (raw.reason() != null) {
            return rejected(raw, raw.reason(), raw.detail(), null);
        }
        Draft draft = Draft.of(raw);
        Optional<Dated> dated = Dated.first(draft.dates(), DateOrder.of(draft.language()), raw.capturedAt());
        LocalDate day = dated.map(date -> date.date().day()).orElse(null);
        if (draft.noArticle() != null) {
            return rejected(raw, RejectReason.NOT_ARTICLE, draft.noArticle(), day);
        }
        if (draft.title().isEmpty()) {
            return rejected(raw, RejectReason.NO_TITLE, "the title is missing or empty", day);
        }
        if (draft.body().isEmpty()) {
            return rejected(raw, RejectReason.NO_BODY, "the body is missing or empty", day);
        }
        if (draft.dates().isEmpty()) {
            return rejected(raw, RejectReason.NO_DATE, "no date of publication", null);
        }
        return dated.map(date -> new Outcome(article(raw, draft, date), null))
                .orElseGet(() -> rejected(
                        raw,
                        RejectReason.BAD_DATE,
                        "published: " + draft.dates().get(0).text(),
                        null));
    }

    private Article article(RawRecord raw, Draft draft, Dated dated) {
        String title = draft.title();
        String body = draft.body();
        String url = draft.url();
        PublicationDate date = dated.date();
        Languages.Guess language = languages.guess(body, draft.language());
        String source = source(raw.source(), url, draft.publisher());
        String hash = Sha256.hex(title + "\n" + body);
        return new Article(
                Sha256.hex(url == null ? source + "\n" + hash : canonical(url)).substring(0, 16),
                url,
                source,
                title,
                body,
                language.language(),
                language.confidence(),
                date.day(),
                date.instant(),
                dated.basis().code(),
                raw.capturedAt(),
                draft.author() == null || draft.author().isEmpty() ? null : draft.author(),
                raw.archiveFile(),
                raw.archiveOffset(),
                hash,
                "",
                words(title) + words(body));
    }

    private static Outcome rejected(RawRecord raw, RejectReason reason, String detail, @Nullable LocalDate day) {
        return rejected(raw, reason.code(), detail, day);
    }

    private static Outcome rejected(RawRecord raw, String reason, @Nullable String detail, @Nullable LocalDate day) {
        String source = source(raw.source(), raw.url(), null);
        return new Outcome(
                null,
                new RejectedRecord(
                        raw.archiveFile(),
                        raw.archiveOffset(),
                        reason,
                        detail,
                        source.isEmpty() ? null : source,
                        day,
                        raw.capturedAt()));
    }

    /** What the archive says, else the host, else the name that the page gives its site. */
    private static String source(@Nullable String archived, @Nullable String url, @Nullable String publisher) {
        if (archived != null && !archived.isBlank()) {
            return archived.strip();
        }
        if (url != null) {
            return host(url);
        }
        return publisher == null ? "" : publisher;
    }

    private static String host(String url) {
        String rest = withoutSchemes(url);
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** One form for addresses that differ only in scheme, {@code www.}, fragment or a slash at the end. */
    private static String canonical(String url) {
        String text = withoutSchemes(url.strip());
        text = text.startsWith("www.") ? text.substring(4) : text;
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Papers write one scheme before another, in either order, where their system adds its own: they mean the last. */
    private static String withoutSchemes(String url) {
        return SCHEMES.matcher(url).replaceFirst("");
    }

    private static int words(String text) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Chars.isLetterOrDigit(c);
            count += letter && !inside ? 1 : 0;
            inside = letter || (inside && Chars.isMark(c));
        }
        return count;
    }
}
