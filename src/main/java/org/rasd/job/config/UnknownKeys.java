package org.rasd.job.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds keys that conf/rasd.conf does not name: nearly always a slip of the pen, so they are refused. */
final class UnknownKeys {
    private final ConfigObject reference;
    private final Set<String> open;

    /** {@code open} names objects whose keys are the user's own (profiles, Spark settings). */
    UnknownKeys(Config reference, Set<String> open) {
        this.reference = reference.root();
        this.open = open;
    }

    List<String> in(List<Config> layers) {
        List<String> found = new ArrayList<>();
        for (Config layer : layers) {
            walk(layer.root(), reference, "", found);
        }
        return found;
    }

    private void walk(ConfigObject object, ConfigObject known, String prefix, List<String> found) {
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(object).entrySet()) {
            String path = prefix + ConfigUtil.quoteString(entry.getKey()).replace("\"", "");
            ConfigValue reference = known.get(entry.getKey());
            if (reference == null) {
                found.add(message(path, entry.getKey(), entry.getValue(), known));
            } else if (!open.contains(path)
                    && entry.getValue() instanceof ConfigObject inner
                    && reference instanceof ConfigObject deeper) {
                walk(inner, deeper, path + ".", found);
            }
        }
    }

    private static String message(String path, String key, ConfigValue value, ConfigObject known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String hint = known.keySet().stream()
                .filter(candidate -> distance.apply(candidate, key) <= Math.max(2, key.length() / 3))
                .min(Comparator.comparing((String candidate) -> distance.apply(candidate, key))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "did you mean " + candidate + "?")
                .orElse("`jobs/rasd config` lists every key");
        return value.origin().description() + ": Cannot use the configuration: unknown key " + path + "; " + hint;
    }
}
