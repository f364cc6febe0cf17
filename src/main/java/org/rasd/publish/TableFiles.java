package org.rasd.publish;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.rasd.publish.Manifest.PublishedFile;
import org.rasd.table.TableSpec;
import scala.collection.JavaConverters;

/**
 * Writes rows of one table as they will be published; travels to executors.
 *
 * <p>Shape: Spark's own rows with the columns of the table in order, but the day last. A task opens it, writes the rows of
 * whole days in the table's order, and finishes; the bytes are those that Spark's own Parquet writer gives. Cost: one
 * file open at a time.
 */
public final class TableFiles implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final String location;
    private final String table;
    private final String dayPrefix;
    private final StructType data;
    private final OutputWriterFactory factory;
    private final SerializableConfiguration configuration;
    private final RowGuard guard;
    private final long maxRowsPerFile;

    private TableFiles(
            String location,
            TableSpec spec,
            StructType data,
            OutputWriterFactory factory,
            Configuration configuration,
            RowGuard guard,
            long maxRowsPerFile) {
        this.location = location;
        this.table = spec.name();
        this.dayPrefix = spec.partitionColumn().map(day -> day + "=").orElse("");
        this.data = data;
        this.factory = factory;
        this.configuration = new SerializableConfiguration(configuration);
        this.guard = guard;
        this.maxRowsPerFile = maxRowsPerFile;
    }

    /**
     * Files of {@code spec} under {@code location}.
     *
     * @param columns of rows: those of the table as its files declare them, the day last
     */
    static TableFiles under(
            String location, SparkSession spark, TableSpec spec, StructType columns, PublishSettings settings)
            throws IOException {
        StructField[] fields = columns.fields();
        StructType data = new StructType(
                Arrays.copyOf(fields, fields.length - (spec.partitionColumn().isPresent() ? 1 : 0)));
        Job job = Job.getInstance(spark.sessionState().newHadoopConf());
        scala.collection.immutable.Map<String, String> options =
                new scala.collection.immutable.Map.Map1<>("compression", "zstd");
        OutputWriterFactory factory = new ParquetFileFormat().prepareWrite(spark, job, options, data);
        return new TableFiles(
                location,
                spec,
                data,
                factory,
                job.getConfiguration(),
                RowGuard.of(spark, spec, columns),
                settings.maxRowsPerFile());
    }

    /** Begins to write within a task. */
    public Writing open() {
        return new Writing();
    }

    /** The files of one task, one after another. */
    public final class Writing implements AutoCloseable {
        private final RowGuard.Eyes eyes = guard.open();
        private final TaskAttemptContext context = context(configuration.value());
        private final FileFinisher finisher = new FileFinisher(configuration);
        private final List<PublishedFile> files = new ArrayList<>();
        private final ProjectingInternalRow cells = cells(data);
        private final int dayAt = dayPrefix.isEmpty() ? -1 : data.length();
        private @Nullable OutputWriter open;
        private int day = NO_DAY;
        private String folder = "";
        private int number;
        private long rows;
        private long total;

        private Writing() {}

        /** Writes {@code row}, which the caller may use again. */
        public void write(InternalRow row) {
            if (dayAt >= 0 && (total == 0 || dayOf(row) != day)) {
                close();
                day = dayOf(row);
                folder = "/" + dayPrefix
                        + (row.isNullAt(dayAt) ? "__HIVE_DEFAULT_PARTITION__" : LocalDate.ofEpochDay(day));
                number = 0;
            } else if (rows == maxRowsPerFile) {
                close();
            }
            OutputWriter writer = open == null ? next() : open;
            cells.project(row);
            writer.write(cells);
            eyes.see(row);
            rows++;
            total++;
        }

        private int dayOf(InternalRow row) {
            return row.isNullAt(dayAt) ? NO_DAY : row.getInt(dayAt);
        }

        private OutputWriter next() {
            OutputWriter next =
                    factory.newInstance(location + folder + "/." + UUID.randomUUID() + ".parquet", data, context);
            open = next;
            rows = 0;
            return next;
        }

        /** Finishes; a table in one piece has a file with its columns even where it has no row. */
        public Part finish() {
            if (total == 0 && dayAt < 0) {
                next();
            }
            close();
            TaskContext task = TaskContext.get();
            if (task != null) {
                task.taskMetrics()
                        .outputMetrics()
                        .setRecordsWritten(task.taskMetrics().outputMetrics().recordsWritten() + total);
            }
            return new Part(List.copyOf(files), eyes.broken(), eyes.keys());
        }

        @Override
        public void close() {
            OutputWriter writer = open;
            if (writer != null) {
                writer.close();
                open = null;
                try {
                    files.add(finisher.finish(new FileFinisher.Written(writer.path(), table + folder, number++)));
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot finish a file of table " + table + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** Shows the columns of a file and hides the day, which the folder's name tells. */
    private static ProjectingInternalRow cells(StructType data) {
        List<Object> ordinals = new ArrayList<>();
        for (int i = 0; i < data.length(); i++) {
            ordinals.add(i);
        }
        return new ProjectingInternalRow(
                data, JavaConverters.asScalaBuffer(ordinals).toIndexedSeq());
    }

    private static TaskAttemptContext context(Configuration configuration) {
        TaskContext task = TaskContext.get();
        int number = task == null ? 0 : task.partitionId();
        int attempt = task == null ? 0 : (int) (task.taskAttemptId() % Integer.MAX_VALUE);
        return new TaskAttemptContextImpl(configuration, new TaskAttemptID("rasd", 0, TaskType.MAP, number, attempt));
    }
}
