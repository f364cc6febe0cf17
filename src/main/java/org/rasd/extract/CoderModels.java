package org.rasd.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rasd.model.ConfRoot;

/**
 * The models of the event coder by name, from conf/models/event-coder.tsv: acceptance, status, source, target, mediator,
 * date. Where there is no file, every score is 0 and the priors of the rules decide.
 */
final class CoderModels {
    /** File under conf. */
    static final String FILE = "models/event-coder.tsv";

    private static final LinearModel EMPTY = new LinearModel(Map.of());

    private final Map<String, LinearModel> models;
    private final VectorModel roleUnary;
    private final VectorModel rolePairs;
    private final VectorModel roleCounts;

    /** Models from weights by feature by name. */
    CoderModels(Map<String, Map<Long, Double>> tables) {
        Map<String, LinearModel> own = new HashMap<>();
        tables.forEach((name, table) -> {
            if (!name.startsWith("role.")) {
                own.put(name, new LinearModel(table));
            }
        });
        models = Map.copyOf(own);
        int unary = RoleLabel.ALL.size();
        int pairs = unary + RoleProblem.PAIRS;
        roleUnary = vector(tables, 0, unary);
        rolePairs = vector(tables, unary, pairs);
        roleCounts = vector(tables, pairs, RoleTrainer.TABLES.size());
    }

    private static VectorModel vector(Map<String, Map<Long, Double>> tables, int from, int to) {
        return new VectorModel(RoleTrainer.TABLES.subList(from, to).stream()
                .map(name -> tables.getOrDefault(name, Map.of()))
                .toList());
    }

    VectorModel roleUnary() {
        return roleUnary;
    }

    VectorModel rolePairs() {
        return rolePairs;
    }

    VectorModel roleCounts() {
        return roleCounts;
    }

    static CoderModels load(ConfRoot conf) {
        if (!conf.list("models").contains("event-coder.tsv")) {
            return new CoderModels(Map.of());
        }
        Map<String, Map<Long, Double>> tables = new HashMap<>();
        conf.read(FILE)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    List<String> cells = List.of(line.split("\t", -1));
                    tables.computeIfAbsent(cells.get(0), key -> new HashMap<>())
                            .put(Long.parseUnsignedLong(cells.get(1), 16), Double.parseDouble(cells.get(2)));
                });
        return new CoderModels(tables);
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    LinearModel get(String name) {
        return models.getOrDefault(name, EMPTY);
    }
}
