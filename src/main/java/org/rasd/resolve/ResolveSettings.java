package org.rasd.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How event mentions become events.
 *
 * @param minConfidence mentions under it (0 to 1) get no event
 * @param reportLagDays a report without a date of its own may follow the event by so many days
 * @param busyReportLagDays the same for types that recur daily (every type that is not rare)
 * @param planHorizonDays a plan or proposal without a date waits so many days for the next report or its fulfilment
 * @param busyPlanHorizonDays the same for types that recur daily
 * @param rareTypes types of which two sides have few: type, parties and a close date tell the event
 * @param affiliations group to the country that reports may name in its place (HAMAS = PSE)
 * @param mediators who often stands between the sides of an exchange or a truce, the surest first: named beside two
 *     others, it is taken for a mediator
 */
public record ResolveSettings(
        double minConfidence,
        int reportLagDays,
        int busyReportLagDays,
        int planHorizonDays,
        int busyPlanHorizonDays,
        Set<String> rareTypes,
        Map<String, String> affiliations,
        List<String> mediators)
        implements Serializable {

    /** Checks ranges; fails with every problem in one message. */
    public ResolveSettings {
        rareTypes = Set.copyOf(rareTypes);
        affiliations = Map.copyOf(affiliations);
        mediators = List.copyOf(mediators);
        List<String> problems = new ArrayList<>();
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            problems.add("min_confidence, got " + minConfidence + "; give a number from 0 to 1");
        }
        days("report_lag", reportLagDays, problems);
        days("busy_report_lag", busyReportLagDays, problems);
        days("plan_horizon", planHorizonDays, problems);
        days("busy_plan_horizon", busyPlanHorizonDays, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Cannot resolve events: " + String.join("; ", problems));
        }
    }

    /** The defaults, as {@code conf/rasd.conf} has them. */
    public static ResolveSettings defaults() {
        return new ResolveSettings(
                0.5,
                3,
                1,
                30,
                7,
                Set.of("PRISONER_EXCHANGE", "PRISONER_RELEASE", "CEASEFIRE", "AGREEMENT", "RETREAT", "SANCTION"),
                Map.ofEntries(
                        Map.entry("HAMAS", "PSE"),
                        Map.entry("PIJ", "PSE"),
                        Map.entry("FATAH", "PSE"),
                        Map.entry("HEZBOLLAH", "LBN"),
                        Map.entry("HOUTHI", "YEM"),
                        Map.entry("TALIBAN", "AFG"),
                        Map.entry("SDF", "SYR"),
                        Map.entry("RSF", "SDN"),
                        Map.entry("WAGNER", "RUS"),
                        Map.entry("POLISARIO", "ESH"),
                        Map.entry("IRAQ_PMF", "IRQ")),
                List.of("ICRC", "UN", "QAT", "OMN", "EGY", "TUR", "ARE", "CHE", "SAU"));
    }

    /** The same text for the same settings, whatever the order in which they were given. */
    String canonical() {
        return List.of(
                        minConfidence,
                        reportLagDays,
                        busyReportLagDays,
                        planHorizonDays,
                        busyPlanHorizonDays,
                        new TreeSet<>(rareTypes),
                        new TreeMap<>(affiliations),
                        mediators)
                .toString();
    }

    /** Days by which a report of {@code eventType} may trail the event. */
    int lagDays(String eventType) {
        return rareTypes.contains(eventType) ? reportLagDays : busyReportLagDays;
    }

    /** Days that a plan of {@code eventType} stays open. */
    int horizonDays(String eventType) {
        return rareTypes.contains(eventType) ? planHorizonDays : busyPlanHorizonDays;
    }

    private static void days(String key, int value, List<String> problems) {
        if (value < 0 || value > 366) {
            problems.add(key + ", got " + value + "; give days from 0 to 366");
        }
    }
}
