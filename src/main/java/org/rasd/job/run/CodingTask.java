package org.rasd.job.run;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.rasd.extract.ArticleStage;
import org.rasd.extract.Extraction;
import org.rasd.model.Article;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.publish.TableFiles;
import org.rasd.resolve.Sighting;
import org.rasd.resolve.SightingBytes;
import org.rasd.table.RecordCodec;
import org.rasd.table.RowFile;

/**
 * Codes whole days of articles: writes their mentions as they will be published, and sets their event mentions aside until
 * the events are known.
 *
 * <p>Shape: articles by day and id. Cost: one article at a time; each is extracted once, and nothing is shuffled.
 */
final class CodingTask implements FlatMapFunction<Iterator<Row>, Coded> {
    private static final long serialVersionUID = 1L;

    private static final Comparator<Mention> MENTIONS = Comparator.comparingInt(Mention::sentenceIndex)
            .thenComparingInt(Mention::begin)
            .thenComparingInt(Mention::end);
    private static final Comparator<EventMention> EVENT_MENTIONS = Comparator.comparingInt(EventMention::sentenceIndex)
            .thenComparingInt(EventMention::evidenceBegin)
            .thenComparing(EventMention::eventMentionId);

    private final ArticleStage stage;
    private final TableFiles mentions;
    private final String scratch;
    private final SerializableConfiguration hadoop;
    private final RecordCodec<Mention> mentionRows = RecordCodec.of(Mention.class);
    private final RecordCodec<EventMention> eventMentionRows = RecordCodec.of(EventMention.class);

    /**
     * @param scratch the folder for what is set aside
     */
    CodingTask(ArticleStage stage, TableFiles mentions, String scratch, Configuration hadoop) {
        this.stage = stage;
        this.mentions = mentions;
        this.scratch = scratch;
        this.hadoop = new SerializableConfiguration(hadoop);
    }

    @Override
    public Iterator<Coded> call(Iterator<Row> articles) throws IOException {
        if (!articles.hasNext()) {
            return List.<Coded>of().iterator();
        }
        String name = scratch + "/" + UUID.randomUUID();
        try (TableFiles.Writing mentionFiles = mentions.open();
                RowFile.Writer rows = new RowFile.Writer(create(name + ".rows"), eventMentionRows.schema());
                DataOutputStream told =
                        new DataOutputStream(new BufferedOutputStream(create(name + ".sightings"), 1 << 16))) {
            Function<Row, ArticleStage.Extracted> extractor = stage.open();
            SortedSet<LocalDate> days = new TreeSet<>();
            long sightings = 0;
            while (articles.hasNext()) {
                ArticleStage.Extracted extracted = extractor.apply(articles.next());
                Article article = extracted.article();
                Extraction extraction = extracted.extraction();
                days.add(article.publishedOn());
                extraction.mentions().stream()
                        .sorted(MENTIONS)
                        .forEach(mention -> mentionFiles.write(mentionRows.toInternalRow(mention)));
                List<EventMention> events = extraction.eventMentions().stream()
                        .sorted(EVENT_MENTIONS)
                        .toList();
                for (EventMention event : events) {
                    rows.write(eventMentionRows.toInternalRow(event));
                }
                for (Sighting sighting : Sighting.of(events, article.source())) {
                    SightingBytes.write(sighting, told);
                }
                sightings += events.size();
            }
            int[] numbers =
                    days.stream().mapToInt(day -> (int) day.toEpochDay()).toArray();
            return List.of(new Coded(numbers, mentionFiles.finish(), name + ".rows", name + ".sightings", sightings))
                    .iterator();
        }
    }

    private java.io.OutputStream create(String name) throws IOException {
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(hadoop.value());
        return files.create(path, false);
    }
}
