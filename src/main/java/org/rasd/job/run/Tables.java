package org.rasd.job.run;

import java.util.List;
import org.rasd.job.config.RasdConfig;
import org.rasd.model.Article;
import org.rasd.model.ArticleSignature;
import org.rasd.model.DuplicateRecord;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.model.RejectedRecord;
import org.rasd.model.SupersededEvent;
import org.rasd.resolve.Sighting;
import org.rasd.table.Catalogue;
import org.rasd.table.TableSpec;
import org.rasd.table.TotalCheck;

/** The tables of a warehouse: those of the records, then those of the reports. */
public final class Tables {
    static final TableSpec ARTICLES = TableSpec.of(Article.class);
    static final TableSpec SIGNATURES = TableSpec.of(ArticleSignature.class);
    static final TableSpec REJECTED = TableSpec.of(RejectedRecord.class);
    static final TableSpec DUPLICATES = TableSpec.of(DuplicateRecord.class);
    static final TableSpec MENTIONS = TableSpec.of(Mention.class);
    static final TableSpec EVENT_MENTIONS = TableSpec.of(EventMention.class);
    static final TableSpec EVENTS = TableSpec.of(Event.class);

    static final TableSpec MENTION_SIGNATURES = TableSpec.of(Sighting.class)
            .withTotals(List.of(new TotalCheck(
                    "mentions_have_the_events_of_their_signatures",
                    "SELECT count(event_id) FROM mention_signatures",
                    "SELECT count(event_id) FROM event_mentions")));

    static final TableSpec SUPERSEDED = TableSpec.of(SupersededEvent.class)
            .withTotals(List.of(
                    new TotalCheck(
                            "successors_are_published",
                            "SELECT count(*) FROM superseded_events",
                            "SELECT count(*) FROM superseded_events LEFT SEMI JOIN events USING (event_id)"),
                    new TotalCheck(
                            "superseded_are_gone",
                            "SELECT count(*) FROM superseded_events",
                            "SELECT count(*) FROM superseded_events AS old LEFT ANTI JOIN events AS living"
                                    + " ON old.superseded_event_id = living.event_id")));

    private Tables() {}

    /** All tables under {@code config}, user's own reports included. */
    public static Catalogue catalogue(RasdConfig config) {
        return Catalogue.of(records()).with(config.reports().tables());
    }

    /** The tables that records describe. */
    static List<TableSpec> records() {
        return List.of(
                ARTICLES,
                REJECTED,
                DUPLICATES,
                MENTIONS,
                EVENT_MENTIONS,
                EVENTS,
                SUPERSEDED,
                SIGNATURES,
                MENTION_SIGNATURES);
    }
}
