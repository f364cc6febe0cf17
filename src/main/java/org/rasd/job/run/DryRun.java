package org.rasd.job.run;

import java.util.List;
import org.rasd.job.config.RasdConfig;
import org.rasd.publish.Warehouse;
import org.rasd.read.InputSpec;

/** Tells what a run would do, without doing it. */
public final class DryRun {
    private DryRun() {}

    /** A few lines for a person. */
    public static String describe(RasdConfig config, List<Steps.Step> steps) {
        StringBuilder text = new StringBuilder();
        for (InputSpec input : config.read().inputs()) {
            text.append("would read  ").append(input.path()).append(" as ").append(input.format());
            input.profile().ifPresent(name -> text.append(" with profile ").append(name));
            text.append('\n');
        }
        steps.forEach(step -> text.append("would replace ")
                .append(step.days()
                        .map(days -> days.first() + " to " + days.last())
                        .orElse("the days that the input holds articles of"))
                .append('\n'));
        text.append("would publish into ").append(config.warehouse()).append(": ");
        text.append(String.join(", ", Tables.catalogue(config).names())).append('\n');
        text.append(state(config)).append("nothing was written\n");
        return text.toString();
    }

    private static String state(RasdConfig config) {
        try {
            Warehouse existing = Warehouse.open(config.warehouse(), () -> SparkSessions.hadoop(config));
            return "published there now: " + existing.tables().size() + " tables\n";
        } catch (org.rasd.publish.WarehouseException e) {
            return "no tables are published there yet\n";
        }
    }
}
