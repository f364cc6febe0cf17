package org.rasd.job.run;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import org.rasd.model.EventMention;
import org.rasd.publish.Part;
import org.rasd.publish.TableFiles;
import org.rasd.resolve.Link;
import org.rasd.table.PackedShuffle;
import org.rasd.table.RecordCodec;
import org.rasd.table.RowFile;
import scala.collection.JavaConverters;

/**
 * Writes event mentions that were set aside, now with the ids of their events.
 *
 * <p>Shape: a group is the links of one file, whose number is its key; a link without a mention makes a file known that
 * may have no other. Cost: the links of one file in memory; rows stream.
 */
final class LinkingTask implements PackedShuffle.Step<Link, Part> {
    private static final long serialVersionUID = 1L;

    private final List<String> files;
    private final TableFiles table;
    private final SerializableConfiguration hadoop;

    LinkingTask(List<String> files, TableFiles table, Configuration hadoop) {
        this.files = List.copyOf(files);
        this.table = table;
        this.hadoop = new SerializableConfiguration(hadoop);
    }

    @Override
    public void apply(String key, List<Link> group, Consumer<Part> out) {
        Map<UTF8String, UTF8String> events = new HashMap<>(2 * group.size());
        group.forEach(link ->
                events.put(UTF8String.fromString(link.eventMentionId()), UTF8String.fromString(link.eventId())));
        StructType schema = RecordCodec.of(EventMention.class).schema();
        Path path = new Path(files.get(Integer.parseInt(key)));
        try (TableFiles.Writing writing = table.open();
                InputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            write(RowFile.read(in, schema), events, schema, writing);
            out.accept(writing.finish());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write event mentions: " + path + ", got " + e, e);
        }
    }

    /** Puts the id where a row has none. */
    private static void write(
            Iterator<UnsafeRow> rows,
            Map<UTF8String, UTF8String> events,
            StructType schema,
            TableFiles.Writing writing) {
        int mention = schema.fieldIndex("event_mention_id");
        int event = schema.fieldIndex("event_id");
        GenericInternalRow id = new GenericInternalRow(1);
        JoinedRow both = new JoinedRow();
        ProjectingInternalRow linked = new ProjectingInternalRow(
                schema,
                JavaConverters.asScalaBuffer(IntStream.range(0, schema.length())
                                .mapToObj(i -> (Object) (i == event ? schema.length() : i))
                                .toList())
                        .toIndexedSeq());
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            id.update(0, events.get(row.getUTF8String(mention)));
            linked.project(both.apply(row, id));
            writing.write(linked);
        }
    }

    /** Links in a shuffle. */
    static final class Packed implements PackedShuffle.Packing<Link> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Link link, DataOutput out) throws IOException {
            out.writeUTF(link.eventMentionId());
            out.writeUTF(link.eventId());
            out.writeInt(link.publishedOn());
        }

        @Override
        public Link read(DataInput in) throws IOException {
            return new Link(in.readUTF(), in.readUTF(), in.readInt());
        }

        @Override
        public PackedShuffle.Packing<Link> forTask() {
            return this;
        }
    }
}
