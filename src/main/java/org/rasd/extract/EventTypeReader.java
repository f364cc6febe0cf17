package org.rasd.extract;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rasd.model.ConfRoot;

/** Reads one file of conf/events; everything wrong in it goes to the problems with file and line. */
final class EventTypeReader {
    private static final Set<String> KEYS = Set.of(
            "type",
            "two_sided",
            "counts_persons",
            "needs",
            "suffices",
            "suffices_unless",
            "plover",
            "cameo",
            "mode",
            "classes",
            "triggers",
            "examples");
    private static final Set<String> TRIGGER_KEYS = Set.of(
            "id",
            "words",
            "mode",
            "cameo",
            "status",
            "prior",
            "within",
            "after",
            "before",
            "near",
            "with",
            "not_after",
            "not_before",
            "not_near",
            "without");
    private static final Set<String> EXAMPLE_KEYS = Set.of("text", "expect");
    private static final int DEFAULT_WITHIN = 4;
    private static final double DEFAULT_PRIOR = 0.7;

    private final String file;
    private final WordClasses classes;
    private final ConfProblems problems;
    private final Map<Integer, List<String>> classWords;

    EventTypeReader(String file, WordClasses classes, Map<Integer, List<String>> classWords, ConfProblems problems) {
        this.file = file;
        this.classes = classes;
        this.classWords = classWords;
        this.problems = problems;
    }

    Optional<EventTypeSpec> read(ConfRoot conf, String relative) {
        try {
            Config config = ConfigFactory.parseString(
                    conf.read(relative),
                    ConfigParseOptions.defaults()
                            .setSyntax(ConfigSyntax.CONF)
                            .setOriginDescription(file)
                            .setAllowMissing(false));
            unknownKeys(config, KEYS);
            return Optional.of(spec(config));
        } catch (ConfigException e) {
            if (e.origin() == null) {
                problems.add(file, 0, String.valueOf(e.getMessage()));
            } else {
                problems.add(file, e.origin(), String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    private void unknownKeys(Config config, Set<String> known) {
        for (Map.Entry<String, ConfigValue> entry : config.root().entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.add(
                        file,
                        entry.getValue().origin(),
                        "unknown key \"" + entry.getKey() + "\"; known: "
                                + known.stream().sorted().toList());
            }
        }
    }

    private EventTypeSpec spec(Config config) {
        String name = config.getString("type");
        if (config.hasPath("classes")) {
            Config own = config.getConfig("classes");
            for (String key : own.root().keySet()) {
                int id = classes.declare(name.toLowerCase(Locale.ROOT) + "." + key);
                classWords.computeIfAbsent(id, k -> new ArrayList<>()).addAll(own.getStringList(key));
            }
        }
        Optional<String> mode = text(config, "mode");
        List<TriggerRule> triggers = new ArrayList<>();
        for (Config one : config.getConfigList("triggers")) {
            triggers.add(trigger(name, one, mode));
        }
        List<Example> examples = new ArrayList<>();
        for (Config one : config.getConfigList("examples")) {
            unknownKeys(one, EXAMPLE_KEYS);
            examples.add(example(one));
        }
        return new EventTypeSpec(
                name,
                flag(config, "two_sided"),
                flag(config, "counts_persons"),
                optionalMask(config, "needs"),
                optionalMask(config, "suffices"),
                optionalMask(config, "suffices_unless"),
                new Codes(codes(config, "plover"), codes(config, "cameo"), mode),
                List.copyOf(triggers),
                List.copyOf(examples));
    }

    private static boolean flag(Config config, String key) {
        return config.hasPath(key) && config.getBoolean(key);
    }

    private static Optional<String> text(Config config, String key) {
        return config.hasPath(key) ? Optional.of(config.getString(key)) : Optional.empty();
    }

    private Map<Status, String> codes(Config config, String key) {
        Map<Status, String> out = new EnumMap<>(Status.class);
        Map<String, String> raw = new LinkedHashMap<>();
        Config codes = config.getConfig(key);
        codes.root().keySet().forEach(status -> raw.put(status, codes.getString(status)));
        raw.forEach((status, code) -> status(status, codes.getValue(status)).ifPresent(s -> out.put(s, code)));
        if (!out.containsKey(Status.OCCURRED)) {
            problems.add(file, codes.origin(), key + " has no code for occurred");
        }
        return out;
    }

    private Optional<Status> status(String text, ConfigValue where) {
        try {
            return Optional.of(Status.of(text));
        } catch (IllegalArgumentException e) {
            problems.add(
                    file, where.origin(), "status is occurred, planned, proposed or negated, got \"" + text + "\"");
            return Optional.empty();
        }
    }

    private TriggerRule trigger(String type, Config config, Optional<String> typeMode) {
        unknownKeys(config, TRIGGER_KEYS);
        int within = config.hasPath("within") ? config.getInt("within") : DEFAULT_WITHIN;
        List<Condition> conditions = new ArrayList<>();
        condition(conditions, config, "after", Condition.Place.AFTER, within);
        condition(conditions, config, "before", Condition.Place.BEFORE, within);
        condition(conditions, config, "near", Condition.Place.NEAR, within);
        condition(conditions, config, "with", Condition.Place.SENTENCE, within);
        condition(conditions, config, "not_after", Condition.Place.AFTER, within);
        condition(conditions, config, "not_before", Condition.Place.BEFORE, within);
        condition(conditions, config, "not_near", Condition.Place.NEAR, within);
        condition(conditions, config, "without", Condition.Place.SENTENCE, within);
        return new TriggerRule(
                type.toLowerCase(Locale.ROOT) + "." + config.getString("id"),
                type,
                config.getStringList("words"),
                List.copyOf(conditions),
                text(config, "mode").or(() -> typeMode),
                text(config, "cameo"),
                config.hasPath("status")
                        ? status(config.getString("status"), config.getValue("status"))
                        : Optional.empty(),
                config.hasPath("prior") ? config.getDouble("prior") : DEFAULT_PRIOR);
    }

    private void condition(List<Condition> out, Config config, String key, Condition.Place place, int within) {
        if (!config.hasPath(key)) {
            return;
        }
        boolean wanted = !key.startsWith("not_") && !key.equals("without");
        out.add(new Condition(place, wanted, mask(config, key), within, config.getStringList(key)));
    }

    private ClassMask optionalMask(Config config, String key) {
        return config.hasPath(key) ? mask(config, key) : ClassMask.EMPTY;
    }

    private ClassMask mask(Config config, String key) {
        ClassMask mask = ClassMask.EMPTY;
        for (String name : config.getStringList(key)) {
            OptionalInt id = classes.find(name);
            if (id.isEmpty()) {
                problems.add(file, config.getValue(key).origin(), key + " names no word class, got \"" + name + "\"");
            } else {
                mask = mask.with(id.getAsInt());
            }
        }
        return mask;
    }

    private Example example(Config config) {
        List<Example.Expected> expect = new ArrayList<>();
        for (Config one : config.getConfigList("expect")) {
            Optional<Status> status = status(one.getString("status"), one.getValue("status"));
            expect.add(new Example.Expected(
                    status.orElse(Status.OCCURRED),
                    one.hasPath("source") ? Optional.of(one.getStringList("source")) : Optional.empty(),
                    one.hasPath("target") ? Optional.of(one.getStringList("target")) : Optional.empty(),
                    one.hasPath("persons") ? Optional.of(one.getInt("persons")) : Optional.empty()));
        }
        return new Example(
                config.getString("text"), expect, file + ":" + config.origin().lineNumber());
    }
}
