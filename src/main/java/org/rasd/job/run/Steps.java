package org.rasd.job.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rasd.job.config.ConfigurationException;
import org.rasd.job.config.DayRange;
import org.rasd.job.config.RasdConfig;
import org.rasd.job.config.Secrets;
import org.rasd.publish.Backfill;
import org.rasd.publish.RunInfo;
import org.rasd.publish.Warehouse;
import org.rasd.publish.WarehouseException;
import org.rasd.read.InputSpec;

/** The pieces in which a range of days is published, each by a run of its own, and where a broken range goes on. */
public final class Steps {
    private Steps() {}

    /** From where a range is published. */
    public enum Start {
        FIRST_DAY,
        /** After the last day that the broken range had published. */
        AFTER_LAST_PUBLISHED
    }

    /**
     * The days of each run, in order: what the configuration names, cut into pieces of {@code run.step_days}. Empty where
     * {@code start} leaves nothing to do. A ConfigurationException tells why a range cannot go on.
     */
    public static List<Step> of(RasdConfig config, Start start) {
        if (config.stepDays() == 0) {
            if (start == Start.AFTER_LAST_PUBLISHED) {
                throw new ConfigurationException(
                        "Cannot resume: --step, got nothing, so that the range is published in one"
                                + " piece or not at all; leave out --resume, or give both to a run in steps");
            }
            return List.of(new Step(config.days(), Optional.empty()));
        }
        DayRange whole = config.days()
                .filter(DayRange::isClosed)
                .orElseThrow(() -> new ConfigurationException(
                        "Cannot run in steps: --from and --to, got not both; name the first and the last day"));
        LocalDate first = start == Start.FIRST_DAY ? whole.first() : next(config, whole);
        List<Step> steps = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(whole.last()); day = day.plusDays(config.stepDays())) {
            LocalDate end = day.plusDays(config.stepDays() - 1L);
            LocalDate last = end.isAfter(whole.last()) ? whole.last() : end;
            steps.add(new Step(
                    Optional.of(new DayRange(day, last)),
                    Optional.of(new Backfill(whole.first(), whole.last(), inputs(config), last))));
        }
        return steps;
    }

    /**
     * One run.
     *
     * @param days that it replaces; empty for those that the input holds
     * @param backfill what is true of the whole range when it has published; empty where it is no part of one
     */
    public record Step(Optional<DayRange> days, Optional<Backfill> backfill) {}

    /** The first day that the broken range has not published. */
    private static LocalDate next(RasdConfig config, DayRange whole) {
        Backfill broken = broken(config).orElse(null);
        if (broken == null) {
            return whole.first(); // it broke before its first publication
        }
        Backfill asked = new Backfill(whole.first(), whole.last(), inputs(config), broken.publishedTo());
        if (!broken.equals(asked)) {
            throw new ConfigurationException("Cannot resume: the last run in steps was over " + text(broken) + ", got "
                    + text(asked) + "; give its --from, --to and --input, or leave out --resume");
        }
        return broken.publishedTo().plusDays(1);
    }

    private static Optional<Backfill> broken(RasdConfig config) {
        try {
            RunInfo run = Warehouse.open(config.warehouse(), () -> SparkSessions.hadoop(config))
                    .manifest()
                    .run();
            return Optional.ofNullable(run == null ? null : run.backfill());
        } catch (WarehouseException e) {
            return Optional.empty(); // nothing was published yet; a place that cannot be used is told when it is opened
        }
    }

    private static List<String> inputs(RasdConfig config) {
        return config.read().inputs().stream()
                .map(InputSpec::path)
                .map(Secrets::withoutUserInfo)
                .toList();
    }

    private static String text(Backfill backfill) {
        return backfill.from() + " to " + backfill.to() + " of " + String.join(", ", backfill.inputs());
    }
}
