package org.rasd.job.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rasd.model.BodyFormat;
import org.rasd.model.DateBasis;
import org.rasd.read.ArticleField;
import org.rasd.read.CsvLayout;
import org.rasd.read.DateFrom;
import org.rasd.read.InputSpec;
import org.rasd.read.Profile;
import org.rasd.read.ReadSettings;

/** Reads the section {@code rasd.input}: what is read, and the field mappings. */
final class InputConfig {
    private static final Set<String> PROFILE_KEYS = Set.of(
            "fields",
            "source",
            "body_format",
            "date_basis",
            "date_from",
            "date_pattern",
            "fixed_date",
            "date_formats",
            "zone",
            "csv_separator",
            "csv_columns");
    private static final long MIB = 1024L * 1024;

    private InputConfig() {}

    static ReadSettings read(Section input) {
        Map<String, Profile> profiles = new TreeMap<>();
        input.sections("profiles").forEach((name, section) -> profiles.put(name, profile(name, section)));
        List<InputSpec> sources = new ArrayList<>();
        for (Config source : input.objects("sources")) {
            sources.add(source(new Section(source, "rasd.input.sources", input.problems())));
        }
        return new ReadSettings(
                sources,
                profiles,
                input.bytes("max_record_bytes", 1024, 1024 * MIB),
                input.bytes("split_bytes", 64 * 1024, 16 * 1024 * MIB));
    }

    private static InputSpec source(Section source) {
        source.refuseOtherThan(Set.of("path", "format", "profile"));
        return new InputSpec(
                source.text("path"),
                source.optionalText("format").orElse(InputSpec.AUTO),
                source.optionalText("profile"));
    }

    private static Profile profile(String name, Section section) {
        section.refuseOtherThan(PROFILE_KEYS);
        Map<ArticleField, List<String>> fields = new EnumMap<>(ArticleField.class);
        if (section.has("fields")) {
            fields(section.section("fields"), fields);
        }
        return new Profile(
                name,
                fields,
                section.optionalText("source").orElse(null),
                section.optionalText("body_format")
                        .map(code -> section.oneOf(
                                "body_format",
                                code,
                                BodyFormat::of,
                                BodyFormat.TEXT,
                                codes(BodyFormat.values(), BodyFormat::code)))
                        .orElse(BodyFormat.TEXT),
                section.optionalText("date_basis")
                        .map(code -> section.oneOf(
                                "date_basis",
                                code,
                                DateBasis::of,
                                DateBasis.ARCHIVE,
                                codes(DateBasis.values(), DateBasis::code)))
                        .orElse(DateBasis.ARCHIVE),
                dateFrom(section),
                section.optionalText("date_pattern").orElse(Profile.USUAL_DATE_PATTERN),
                section.day("fixed_date").orElse(null),
                section.has("date_formats") ? section.texts("date_formats") : List.of(),
                section.optionalText("zone").orElse(null),
                csv(section));
    }

    private static CsvLayout csv(Section section) {
        Optional<String> separator = section.optionalText("csv_separator");
        if (separator.isPresent()
                && (separator.get().length() != 1 || separator.get().charAt(0) > 0x7E)) {
            section.wrong("csv_separator", "one character such as ; or \\t", separator.get());
            separator = Optional.empty();
        }
        return new CsvLayout(
                separator.map(text -> text.charAt(0)).orElse(null),
                section.has("csv_columns") ? section.texts("csv_columns") : List.of());
    }

    private static void fields(Section section, Map<ArticleField, List<String>> fields) {
        for (Map.Entry<String, ConfigValue> entry : section.entries().entrySet()) {
            Optional<ArticleField> field = ArticleField.of(entry.getKey());
            if (field.isEmpty()) {
                section.wrong(
                        entry.getKey(), "one of " + codes(ArticleField.values(), ArticleField::key), entry.getKey());
                continue;
            }
            fields.put(
                    field.get(),
                    entry.getValue().valueType() == ConfigValueType.LIST
                            ? section.texts(entry.getKey())
                            : List.of(section.text(entry.getKey())));
        }
    }

    private static List<DateFrom> dateFrom(Section section) {
        if (!section.has("date_from")) {
            return List.of(DateFrom.FIELD);
        }
        return section.texts("date_from").stream()
                .map(key -> section.oneOf(
                        "date_from", key, DateFrom::of, DateFrom.FIELD, codes(DateFrom.values(), DateFrom::key)))
                .toList();
    }

    private static <E> String codes(E[] values, java.util.function.Function<E, String> code) {
        return String.join(", ", Stream.of(values).map(code).toList());
    }
}
