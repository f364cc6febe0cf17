package org.rasd.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.rasd.model.RawRecord;
import org.rasd.table.RecordCodec;

/**
 * Reads the inputs as raw records.
 *
 * <p>Shape: rows of {@link RawRecord}, one for each record of the archive, good or broken. Fails when: an input does not
 * exist; nothing within an archive makes it fail. Cost: one pass over the bytes (packed files are unpacked once a
 * stripe); a record at a time in memory; the driver holds the list of files.
 */
public final class ReadStage {
    private static final RecordCodec<RawRecord> CODEC = RecordCodec.of(RawRecord.class);

    private final ReadSettings settings;

    /** A stage for sound settings; see {@link ReadSettings#problems()}. */
    public ReadStage(ReadSettings settings) {
        this.settings = settings;
    }

    /** What of the inputs cannot be found, each as a message that says what to do; asks the file systems. */
    public List<String> problems(Configuration hadoop) {
        List<String> problems = new ArrayList<>();
        for (InputSpec input : settings.inputs()) {
            try {
                new Listing(hadoop).files(List.of(input));
            } catch (IOException | IllegalArgumentException e) {
                String message = String.valueOf(e.getMessage());
                problems.add(
                        message.startsWith("Cannot ")
                                ? message
                                : "Cannot read an archive: input, got '" + input.path() + "'; " + message);
            }
        }
        return problems;
    }

    /** The records of all inputs. */
    public Dataset<Row> run(SparkSession spark) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<TaskPlan.Task> tasks = plan(spark, hadoop);
        SerializableConfiguration shared = new SerializableConfiguration(hadoop);
        Reading reading = settings.reading();
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(tasks, Math.max(1, tasks.size()))
                .mapPartitions(mine -> records(mine, reading, shared.value()));
        return spark.createDataFrame(rows, CODEC.schema());
    }

    private List<TaskPlan.Task> plan(SparkSession spark, Configuration hadoop) {
        try {
            List<Slice> files = new Listing(hadoop).files(settings.inputs());
            int cores = spark.sparkContext().defaultParallelism();
            return new TaskPlan(hadoop, settings.splitBytes(), cores).tasks(files);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Iterator<Row> records(Iterator<TaskPlan.Task> tasks, Reading reading, Configuration hadoop) {
        List<Slice> slices = new ArrayList<>();
        tasks.forEachRemaining(task -> slices.addAll(task.slices()));
        LocalRecords records = new LocalRecords(new SliceReader(slices, reading, hadoop));
        TaskContext context = TaskContext.get();
        if (context != null) {
            context.addTaskCompletionListener((TaskCompletionListener) done -> records.close());
        }
        return new Rows(records);
    }

    /** Records as rows. */
    private record Rows(Iterator<RawRecord> records) implements Iterator<Row> {
        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public Row next() {
            return CODEC.toRow(records.next());
        }
    }
}
