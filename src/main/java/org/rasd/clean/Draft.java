package org.rasd.clean;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rasd.clean.page.NoArticle;
import org.rasd.clean.page.PageArticle;
import org.rasd.clean.page.PageReader;
import org.rasd.clean.page.PageResult;
import org.rasd.clean.page.PrintedDate;
import org.rasd.model.BodyFormat;
import org.rasd.model.DateBasis;
import org.rasd.model.RawRecord;

/**
 * What a raw record says, as display text, whether it holds fields or a whole page.
 *
 * @param dates the firmest first; the first that can be read and is plausible counts
 * @param noArticle why the record holds no article; null where it may hold one
 */
record Draft(
        String title,
        String body,
        @Nullable String author,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String language,
        List<PrintedDate> dates,
        @Nullable String noArticle) {

    /** Reads {@code raw}; a field of the archive goes before what the page says. */
    static Draft of(RawRecord raw) {
        if (!raw.bodyFormat().equals(BodyFormat.PAGE.code()) || raw.body() == null) {
            return ofFields(raw);
        }
        PageResult page = PageReader.read(raw.body(), raw.url());
        if (page instanceof NoArticle none) {
            return new Draft("", "", null, null, raw.url(), null, archived(raw), none.why());
        }
        return ofPage(raw, (PageArticle) page);
    }

    private static Draft ofFields(RawRecord raw) {
        String body = raw.body() == null ? "" : raw.body();
        String text =
                raw.bodyFormat().equals(BodyFormat.TEXT.code()) ? DisplayText.ofText(body) : DisplayText.ofHtml(body);
        return new Draft(
                raw.title() == null ? "" : DisplayText.line(raw.title()),
                ReadAlso.without(text),
                raw.author() == null ? null : DisplayText.line(raw.author()),
                null,
                raw.url(),
                raw.language(),
                archived(raw),
                null);
    }

    private static Draft ofPage(RawRecord raw, PageArticle page) {
        String title = raw.title() == null ? "" : DisplayText.line(raw.title());
        List<PrintedDate> dates = new java.util.ArrayList<>(archived(raw));
        dates.addAll(page.dates());
        if (raw.capturedAt() != null) {
            dates.add(new PrintedDate(DateBasis.CAPTURE, raw.capturedAt().toString()));
        }
        return new Draft(
                title.isEmpty() ? DisplayText.tidyLine(page.title()) : title,
                ReadAlso.without(DisplayText.tidy(page.body())),
                raw.author() != null
                        ? DisplayText.line(raw.author())
                        : page.author() == null ? null : DisplayText.tidyLine(page.author()),
                page.publisher() == null ? null : DisplayText.tidyLine(page.publisher()),
                raw.url() != null ? raw.url() : page.url(),
                raw.language() != null ? raw.language() : page.language(),
                dates,
                null);
    }

    private static List<PrintedDate> archived(RawRecord raw) {
        if (raw.published() == null || raw.published().isBlank()) {
            return List.of();
        }
        DateBasis basis =
                Optional.ofNullable(raw.dateBasis()).flatMap(DateBasis::of).orElse(DateBasis.ARCHIVE);
        return List.of(new PrintedDate(basis, raw.published()));
    }
}
