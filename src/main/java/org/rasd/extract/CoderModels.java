package org.rasd.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rasd.model.ConfRoot;

/**
 * The models of the event coder, from conf/models/event-coder.tsv. Where there is no file the priors of the rules decide.
 *
 * <p>Shape of the file: a line has a group's name, a hashed feature in hex, and the weights of the group's outputs in the
 * order of {@link #GROUPS}, zeros at the end left out; lines of {@code calibration} have a raw probability and the share of
 * rows that are right at it.
 */
final class CoderModels {
    /** File under conf. */
    static final String FILE = "models/event-coder.tsv";

    private static final String CALIBRATION = "calibration";

    /** Outputs that share their features, by group. */
    static final Map<String, List<String>> GROUPS = groups();

    private final Map<String, VectorModel> models;
    private final boolean empty;
    private final Calibration calibration;

    /** Models from weights by feature by output, uncalibrated. */
    CoderModels(Map<String, Map<Long, Double>> tables) {
        this(tables, Calibration.NONE);
    }

    /** Models from weights by feature by output. */
    CoderModels(Map<String, Map<Long, Double>> tables, Calibration calibration) {
        this.calibration = calibration;
        empty = tables.isEmpty();
        Map<String, VectorModel> own = new HashMap<>();
        GROUPS.forEach((group, outputs) -> own.put(
                group,
                new VectorModel(outputs.stream()
                        .map(output -> tables.getOrDefault(output, Map.of()))
                        .toList())));
        models = Map.copyOf(own);
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> out = new LinkedHashMap<>();
        out.put(
                "event",
                Stream.concat(
                                Stream.of("accept", "historical"),
                                Stream.of(Status.values()).map(status -> "status." + status.code()))
                        .toList());
        out.put("gate", List.of("gate"));
        out.put("date", List.of("date"));
        out.put(
                "role",
                RoleLabel.ALL.stream()
                        .map(label -> "role." + label.name().toLowerCase(Locale.ROOT))
                        .toList());
        out.put("pair", named("role.pair", RoleProblem.PAIRS));
        out.put("count", named("role.count", RoleProblem.COUNTS * RoleProblem.COUNTS));
        return out;
    }

    private static List<String> named(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    static CoderModels load(ConfRoot conf) {
        if (!conf.list("models").contains("event-coder.tsv")) {
            return new CoderModels(Map.of());
        }
        Map<String, Map<Long, Double>> tables = new HashMap<>();
        List<Calibration.Point> points = new ArrayList<>();
        conf.read(FILE)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> read(line, tables, points));
        return new CoderModels(tables, new Calibration(points));
    }

    private static void read(String line, Map<String, Map<Long, Double>> tables, List<Calibration.Point> points) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 3 && cells[0].equals(CALIBRATION)) {
            points.add(new Calibration.Point(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            return;
        }
        List<String> outputs = GROUPS.get(cells[0]);
        if (cells.length != 3 || outputs == null) {
            throw new IllegalArgumentException(
                    "Cannot read the event coder's model: a line is group, feature and weights," + " got \"" + line
                            + "\"; train it again with jobs/rasd train coder");
        }
        long key = Long.parseUnsignedLong(cells[1], 16);
        String[] weights = cells[2].split(" ", -1);
        for (int i = 0; i < weights.length; i++) {
            tables.computeIfAbsent(outputs.get(i), name -> new HashMap<>()).put(key, Double.parseDouble(weights[i]));
        }
    }

    /** The file's lines for weights by feature by output. */
    static List<String> lines(Map<String, Map<Long, Double>> tables, Calibration calibration) {
        List<String> out = new ArrayList<>();
        calibration.points().forEach(p -> out.add(CALIBRATION + "\t" + p.raw() + "\t" + p.right()));
        GROUPS.forEach((group, outputs) -> {
            TreeSet<Long> keys = new TreeSet<>();
            outputs.forEach(
                    output -> keys.addAll(tables.getOrDefault(output, Map.of()).keySet()));
            for (long key : keys) {
                StringBuilder weights = new StringBuilder();
                for (String output : outputs) {
                    double weight = tables.getOrDefault(output, Map.of()).getOrDefault(key, 0.0);
                    weights.append(weights.isEmpty() ? "" : " ").append(number(weight));
                }
                out.add(group + "\t" + Long.toHexString(key) + "\t"
                        + weights.toString().replaceAll("( 0)+$", ""));
            }
        });
        return out;
    }

    private static String number(double weight) {
        String text = String.format(Locale.ROOT, "%.2f", weight);
        return text.equals("0.00") || text.equals("-0.00") ? "0" : text;
    }

    boolean isEmpty() {
        return empty;
    }

    Calibration calibration() {
        return calibration;
    }

    VectorModel get(String group) {
        return Objects.requireNonNull(models.get(group), group);
    }
}
