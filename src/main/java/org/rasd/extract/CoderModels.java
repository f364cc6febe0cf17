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

    CoderModels(Map<String, LinearModel> models) {
        this.models = Map.copyOf(models);
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
        Map<String, LinearModel> models = new HashMap<>();
        tables.forEach((name, table) -> models.put(name, new LinearModel(table)));
        return new CoderModels(models);
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    LinearModel get(String name) {
        return models.getOrDefault(name, EMPTY);
    }
}
