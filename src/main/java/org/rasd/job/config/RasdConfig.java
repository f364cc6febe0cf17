package org.rasd.job.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rasd.aggregate.ReportFiles;
import org.rasd.clean.CleanSettings;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.annotate.PipelineSettings;
import org.rasd.model.ConfRoot;
import org.rasd.publish.PublishSettings;
import org.rasd.read.ReadSettings;
import org.rasd.resolve.ResolveSettings;

/**
 * The whole configuration, typed.
 *
 * @param warehouse folder or URI of the tables; empty where none is given
 * @param pipeline the pipeline of Spark NLP's that finds names in the place of the tagger
 * @param days the days of publication that a run replaces; empty for those that the input holds
 * @param stepDays days of each of the pieces in which {@code days} are published; 0 for one piece
 * @param rejectShare share of rejected records over which a run fails
 * @param reports the reports of conf/reports and of the user's folders
 * @param master Spark's master, where spark-submit has not set one
 * @param sparkSettings Spark's own settings
 * @param hash of all effective values
 */
public record RasdConfig(
        ConfRoot conf,
        ReadSettings read,
        String warehouse,
        Optional<DayRange> days,
        int stepDays,
        double rejectShare,
        CleanSettings clean,
        ExtractSettings extract,
        Optional<PipelineSettings> pipeline,
        ResolveSettings resolve,
        PublishSettings publish,
        ReportFiles reports,
        Optional<String> master,
        Map<String, String> sparkSettings,
        String hash) {

    /** Reads the section {@code rasd}; empty where a part could not be built. */
    static Optional<RasdConfig> read(Section root, ConfRoot conf, String hash) {
        Section spark = root.section("spark");
        String warehouse = root.text("warehouse");
        Optional<DayRange> days = days(root.section("run"));
        int stepDays = root.section("run").wholeNumber("step_days", 0, 36_600);
        double rejectShare = root.section("limits").share("reject_share");
        Optional<ReadSettings> read = root.section("input").build(InputConfig::read);
        Optional<CleanSettings> clean = root.section("clean").build(RasdConfig::clean);
        Optional<ExtractSettings> extract = root.section("extract").build(RasdConfig::extract);
        Optional<Optional<PipelineSettings>> pipeline = root.section("extract").build(RasdConfig::pipeline);
        Optional<ResolveSettings> resolve = root.section("resolve").build(RasdConfig::resolve);
        Optional<PublishSettings> publish = root.section("publish").build(RasdConfig::publish);
        ReportFiles reports = reports(root.section("reports"), conf);
        Optional<String> master = spark.optionalText("master");
        Map<String, String> settings = spark.pairs("settings");
        if (Stream.of(read, clean, extract, pipeline, resolve, publish).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new RasdConfig(
                conf,
                read.get(),
                warehouse,
                days,
                stepDays,
                rejectShare,
                clean.get(),
                extract.get(),
                pipeline.get(),
                resolve.get(),
                publish.get(),
                reports,
                master,
                settings,
                hash));
    }

    /** The same for other days. */
    public RasdConfig withDays(Optional<DayRange> others) {
        return new RasdConfig(
                conf,
                read,
                warehouse,
                others,
                stepDays,
                rejectShare,
                clean,
                extract,
                pipeline,
                resolve,
                publish,
                reports,
                master,
                sparkSettings,
                hash);
    }

    private static ReportFiles reports(Section section, ConfRoot conf) {
        ReportFiles files = ReportFiles.read(
                conf, section.texts("folders").stream().map(Path::of).toList());
        section.problems().addAll(files.problems());
        return files;
    }

    private static CleanSettings clean(Section section) {
        return new CleanSettings(
                section.share("copy_similarity"),
                section.share("copy_containment"),
                section.share("later_similarity"),
                section.wholeNumber("story_days", 0, 366));
    }

    private static ExtractSettings extract(Section section) {
        String entities = section.text("entities");
        boolean tagger = entities.equals("tagger");
        if (!tagger && !entities.equals("gazetteer")) {
            section.wrong("entities", "gazetteer or tagger", entities);
        }
        return new ExtractSettings(
                section.share("min_confidence"),
                tagger ? ExtractSettings.Entities.TAGGER : ExtractSettings.Entities.GAZETTEER);
    }

    private static Optional<PipelineSettings> pipeline(Section section) {
        return section.optionalText("pipeline").map(place -> new PipelineSettings(place, section.pairs("labels")));
    }

    private static PublishSettings publish(Section section) {
        String format = section.text("format");
        boolean iceberg = format.equals("iceberg");
        if (!iceberg && !format.equals("parquet")) {
            section.wrong("format", "parquet or iceberg", format);
        }
        return new PublishSettings(
                section.wholeNumber("max_rows_per_file", 1L, Long.MAX_VALUE),
                section.duration("lock_stale_after", Duration.ofMinutes(2), Duration.ofDays(7)),
                iceberg ? PublishSettings.Format.ICEBERG : PublishSettings.Format.PARQUET);
    }

    private static Optional<DayRange> days(Section run) {
        var from = run.day("from");
        var to = run.day("to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        DayRange days = new DayRange(from.orElse(DayRange.FIRST), to.orElse(DayRange.LAST));
        if (days.first().isAfter(days.last())) {
            run.wrong("from", "a day that is not after the last day, " + days.last(), days.first());
        }
        return Optional.of(days);
    }

    private static ResolveSettings resolve(Section section) {
        return new ResolveSettings(
                section.share("min_confidence"),
                section.wholeNumber("report_lag", 0, 366),
                section.wholeNumber("busy_report_lag", 0, 366),
                section.wholeNumber("plan_horizon", 0, 366),
                section.wholeNumber("busy_plan_horizon", 0, 366),
                Set.copyOf(section.texts("rare_types")),
                section.pairs("affiliations"),
                section.texts("mediators"));
    }
}
