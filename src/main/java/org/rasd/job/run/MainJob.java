package org.rasd.job.run;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rasd.aggregate.Report;
import org.rasd.aggregate.ReportStage;
import org.rasd.clean.CleanInput;
import org.rasd.clean.CleanStage;
import org.rasd.clean.Cleaned;
import org.rasd.extract.ExtractStage;
import org.rasd.job.config.DayRange;
import org.rasd.job.config.RasdConfig;
import org.rasd.model.Article;
import org.rasd.model.DuplicateRecord;
import org.rasd.model.Event;
import org.rasd.model.EventMention;
import org.rasd.model.Mention;
import org.rasd.model.RejectedRecord;
import org.rasd.publish.Publisher;
import org.rasd.publish.Replace;
import org.rasd.publish.RunInfo;
import org.rasd.read.ReadStage;
import org.rasd.resolve.ResolveStage;
import org.rasd.resolve.Resolved;
import org.rasd.table.TableSpec;

/** The main job: archive in, tables out, all of them or none. */
public final class MainJob {
}
