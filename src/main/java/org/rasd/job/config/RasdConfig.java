package org.rasd.job.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rasd.model.ConfRoot;
import org.rasd.read.ReadSettings;
import org.rasd.resolve.ResolveSettings;

/**
 * The whole configuration, typed.
 *
 * @param warehouse folder or URI of the tables; empty where none is given
 * @param days the days of publication that a run replaces; empty for those that the input holds
 * @param rejectShare share of rejected records over which a run fails
 * @param reportFolders further folders with reports
 * @param master Spark's master, where spark-submit has not set one
 * @param sparkSettings Spark's own settings
 */
public record RasdConfig(
        ConfRoot conf,
        ReadSettings read,
        String warehouse,
        Optional<DayRange> days,
        double rejectShare,
        ResolveSettings resolve,
        List<String> reportFolders,
        Optional<String> master,
        Map<String, String> sparkSettings) {

    /** Reads the section {@code rasd}; empty where a part could not be built. */
    static Optional<RasdConfig> read(Section root, ConfRoot conf) {
        Section spark = root.section("spark");
        String warehouse = root.text("warehouse");
        Optional<DayRange> days = days(root.section("run"));
        double rejectShare = root.section("limits").share("reject_share");
        Optional<ReadSettings> read = root.section("input").build(InputConfig::read);
        Optional<ResolveSettings> resolve = root.section("resolve").build(RasdConfig::resolve);
        List<String> reportFolders = root.section("reports").texts("folders");
        Optional<String> master = spark.optionalText("master");
        Map<String, String> settings = spark.pairs("settings");
        if (read.isEmpty() || resolve.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RasdConfig(
                conf, read.get(), warehouse, days, rejectShare, resolve.get(), reportFolders, master, settings));
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
                section.pairs("affiliations"));
    }
}
