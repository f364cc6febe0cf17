package org.rasd.clean.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** What a page says about itself outside its text: title element, meta elements, canonical link, structured data. */
final class Metadata {
    private static final int MOST_SCRIPTS = 50;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> scripts = new ArrayList<>();
    private String title = "";
    private String canonical = "";
    private String language = "";

    /** Takes {@code element} where it belongs here; true where its content is no text of the page. */
    boolean takes(Element element, String tag) {
        switch (tag) {
            case "html" -> language = element.attr("lang");
            case "title" -> title = title.isEmpty() ? element.text() : title;
            case "meta" -> meta(element);
            case "link" -> {
                if (element.attr("rel").equalsIgnoreCase("canonical") && canonical.isEmpty()) {
                    canonical = element.attr("href");
                }
            }
            case "script" -> {
                String type = element.attr("type");
                if (!type.isEmpty()
                        && scripts.size() < MOST_SCRIPTS
                        && type.toLowerCase(Locale.ROOT).contains("ld+json")) {
                    scripts.add(element.data());
                }
            }
            default -> {
                return false;
            }
        }
        return !tag.equals("html");
    }

    private void meta(Element element) {
        String content = element.attr("content").strip();
        if (!content.isEmpty()) {
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                String key = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!key.isEmpty()) {
                    for (String one : key.split(" ")) {
                        values.putIfAbsent(one, content);
                    }
                }
            }
        }
    }

    /** The first of {@code names} that has a value. */
    Optional<String> first(List<String> names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All values of {@code names}, in their order. */
    List<String> all(List<String> names) {
        return names.stream().map(values::get).filter(value -> value != null).toList();
    }

    List<String> scripts() {
        return scripts;
    }

    String title() {
        return title;
    }

    String canonical() {
        return canonical;
    }

    String language() {
        return language;
    }
}
