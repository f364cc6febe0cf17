package org.rasd.job.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One object of the configuration, read key by key. A value that does not fit is noted with its origin and replaced by a
 * stand-in, so that one reading finds all problems; nothing may be used before {@code problems} was looked at.
 */
final class Section {
    private final Config config;
    private final String path;
    private final List<String> problems;

    Section(Config config, String path, List<String> problems) {
        this.config = config;
        this.path = path;
        this.problems = problems;
    }

    Section section(String key) {
        return new Section(config.hasPath(key) ? config.getConfig(key) : config.atKey("-"), path + "." + key, problems);
    }

    /** Sections of an object whose keys are the user's own, sorted by name. */
    Map<String, Section> sections(String key) {
        Map<String, Section> found = new TreeMap<>();
        Config inner = config.getConfig(key);
        for (String name : inner.root().keySet()) {
            String at = path + "." + key + "." + name;
            if (inner.root().get(name) instanceof com.typesafe.config.ConfigObject object) {
                found.put(name, new Section(object.toConfig(), at, problems));
            } else {
                problems.add(origin(inner.root().get(name)) + "Cannot use " + at
                        + ": got a plain value; give an object { ... }");
            }
        }
        return found;
    }

    boolean has(String key) {
        return config.hasPath(key);
    }

    List<String> problems() {
        return problems;
    }

    /** The entries directly in this object, sorted. */
    Map<String, ConfigValue> entries() {
        return new TreeMap<>(config.root());
    }

    /** Notes every key that is not among {@code known}, for objects that rasd.conf cannot list key by key. */
    void refuseOtherThan(Set<String> known) {
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(origin(value) + "Cannot use the configuration: unknown key " + path + "." + key
                        + "; use one of " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** The value of a closed choice. */
    <E> E oneOf(String key, String code, Function<String, Optional<E>> choice, E standIn, String all) {
        return choice.apply(code).orElseGet(() -> {
            wrong(key, "one of " + all, code);
            return standIn;
        });
    }

    String text(String key) {
        return read(key, "a text", Config::getString, "");
    }

    Optional<String> optionalText(String key) {
        if (!config.hasPath(key)) {
            return Optional.empty();
        }
        String value = text(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    boolean flag(String key) {
        return read(key, "true or false", Config::getBoolean, false);
    }

    int wholeNumber(String key, int least, int most) {
        return (int) wholeNumber(key, (long) least, most);
    }

    long wholeNumber(String key, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        long value = read(key, expected, Config::getLong, least);
        return within(key, expected, value >= least && value <= most, value, least);
    }

    long bytes(String key, long least, long most) {
        String expected = "a size from " + least + " to " + most + " bytes, such as 16 MiB";
        long value = read(key, expected, Config::getBytes, least);
        return within(key, expected, value >= least && value <= most, value, least);
    }

    double share(String key) {
        String expected = "a share from 0 to 1";
        double value = read(key, expected, Config::getDouble, 0.0);
        return within(key, expected, value >= 0 && value <= 1, value, 0.0);
    }

    Duration duration(String key, Duration least, Duration most) {
        String expected = "a time from " + least + " to " + most + ", such as 15 minutes";
        Duration value = read(key, expected, Config::getDuration, least);
        return within(key, expected, value.compareTo(least) >= 0 && value.compareTo(most) <= 0, value, least);
    }

    List<String> texts(String key) {
        return read(key, "a list of texts", Config::getStringList, List.of());
    }

    Optional<LocalDate> day(String key) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            wrong(key, "a day as YYYY-MM-DD", text.orElse(""));
            return Optional.empty();
        }
    }

    /** Plain values of an object whose keys are the user's own. */
    Map<String, String> pairs(String key) {
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> entry : config.getConfig(key).entrySet()) {
            found.put(
                    entry.getKey().replace("\"", ""),
                    String.valueOf(entry.getValue().unwrapped()));
        }
        return found;
    }

    List<? extends Config> objects(String key) {
        return read(key, "a list of objects", Config::getConfigList, List.of());
    }

    void wrong(String key, String expected, Object got) {
        ConfigValue value = config.hasPath(key) ? config.getValue(key) : null;
        problems.add(origin(value) + "Cannot use " + path + "." + key + ": got " + got + "; give " + expected);
    }

    /** Runs a constructor that validates itself; what it refuses becomes a problem of this section. */
    <T> Optional<T> build(Function<Section, T> constructor) {
        int before = problems.size();
        try {
            T built = constructor.apply(this);
            return problems.size() == before ? Optional.of(built) : Optional.empty();
        } catch (IllegalArgumentException e) {
            if (problems.size() == before) {
                problems.add(origin(config.root()) + path + ": " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    private <T> T read(String key, String expected, Reader<T> reader, T standIn) {
        try {
            return reader.read(config, key);
        } catch (ConfigException.Missing e) {
            problems.add("Cannot use the configuration: " + path + "." + key + " is missing; give " + expected);
        } catch (ConfigException e) {
            wrong(key, expected, config.getValue(key).unwrapped());
        }
        return standIn;
    }

    private <T> T within(String key, String expected, boolean good, T value, T standIn) {
        if (good) {
            return value;
        }
        wrong(key, expected, value);
        return standIn;
    }

    private static String origin(@org.jspecify.annotations.Nullable ConfigValue value) {
        return value == null ? "" : value.origin().description() + ": ";
    }

    /** A getter of Config by path. */
    private interface Reader<T> {
        T read(Config config, String key);
    }
}
