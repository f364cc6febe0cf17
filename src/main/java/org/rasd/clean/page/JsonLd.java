package org.rasd.clean.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Structured data of a page: the article's node out of objects, arrays and graphs; broken JSON still gives its dates and
 * headline.
 */
final class JsonLd {
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_NODES = 5_000;
    private static final int MOST_LOOSE = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_MISSING_VALUES)
            .build();
    private static final Pattern FIELD =
            Pattern.compile("\"(datePublished|dateModified|headline|articleBody)\"\\s{0,20}:\\s{0,20}\"");

    private final @Nullable JsonNode article;
    private final @Nullable JsonNode page;
    private final boolean video;
    private final boolean listing;
    private final List<String[]> loose;

    private JsonLd(
            @Nullable JsonNode article, @Nullable JsonNode page, boolean video, boolean listing, List<String[]> loose) {
        this.article = article;
        this.page = page;
        this.video = video;
        this.listing = listing;
        this.loose = loose;
    }

    /** Reads the scripts of a page; the first article counts, the one nearest to the top of its script. */
    static JsonLd read(List<String> scripts) {
        JsonNode article = null;
        JsonNode page = null;
        boolean video = false;
        boolean listing = false;
        List<String[]> loose = new ArrayList<>();
        for (String script : scripts) {
            Optional<JsonNode> root = parse(script);
            if (root.isEmpty()) {
                loose(script, loose);
                continue;
            }
            for (JsonNode node : nodes(root.get())) {
                article = article == null && isType(node, "Article", "Posting", "Report") ? node : article;
                page = page == null && isType(node, "WebPage") ? node : page;
                video |= isType(node, "VideoObject", "AudioObject", "PodcastEpisode");
                listing |= isType(node, "CollectionPage", "SearchResultsPage", "ProfilePage");
            }
        }
        return new JsonLd(article, page, video, listing, loose);
    }

    boolean hasArticle() {
        return article != null || !loose.isEmpty();
    }

    boolean hasVideo() {
        return video;
    }

    boolean isListing() {
        return listing && article == null;
    }

    /** A text field of the article, else of the page around it. */
    Optional<String> text(String field) {
        return text(article, field).or(() -> looseText(field)).or(() -> text(page, field));
    }

    /** The names of persons or organisations in a field of the article, joined. */
    Optional<String> names(String field) {
        JsonNode value = article == null ? null : article.get(field);
        if (value == null) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            JsonNode name = one.isObject() ? one.get("name") : one;
            if (name != null && name.isArray() && !name.isEmpty()) {
                name = name.get(0);
            }
            if (name != null && name.isTextual() && !name.asText().isBlank()) {
                names.add(name.asText().strip());
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("، ", names));
    }

    private static Optional<String> text(@Nullable JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        if (value != null && value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        return value != null && value.isValueNode() && !value.asText().isBlank() && !value.isNull()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    private Optional<String> looseText(String field) {
        return loose.stream()
                .filter(pair -> pair[0].equals(field))
                .map(pair -> pair[1])
                .findFirst();
    }

    private static Optional<JsonNode> parse(String script) {
        String text = script.strip();
        if (text.startsWith("<!--")) {
            text = text.substring(4).replaceFirst("-->\\s*$", "");
        }
        if (text.startsWith("//<![CDATA[") || text.startsWith("<![CDATA[")) {
            text = text.substring(text.indexOf("CDATA[") + 6).replaceFirst("(//)?\\]\\]>\\s*$", "");
        }
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // what can be read loosely is read by the caller
        }
    }

    private static void loose(String script, List<String[]> out) {
        Matcher matcher = FIELD.matcher(script.length() > MOST_CHARACTERS ? "" : script);
        while (matcher.find() && out.size() < MOST_LOOSE) {
            out.add(new String[] {matcher.group(1), string(script, matcher.end())});
        }
    }

    /** The JSON string whose content starts at {@code from}; written as a loop, since long strings overflow expressions. */
    private static String string(String script, int from) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < script.length() && script.charAt(i) != '"'; i++) {
            char c = script.charAt(i);
            if (c == '\\' && i + 1 < script.length()) {
                i++;
                char escaped = script.charAt(i);
                out.append(escaped == 'n' ? '\n' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** All objects, those nearer to the root first. */
    private static List<JsonNode> nodes(JsonNode root) {
        List<JsonNode> out = new ArrayList<>();
        Deque<JsonNode> waiting = new ArrayDeque<>();
        waiting.add(root);
        while (!waiting.isEmpty() && out.size() < MOST_NODES) {
            JsonNode node = waiting.poll();
            if (node.isObject()) {
                out.add(node);
            }
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    waiting.add(child);
                }
            });
        }
        return out;
    }

    private static boolean isType(JsonNode node, String... endings) {
        JsonNode type = node.get("@type");
        if (type == null) {
            return false;
        }
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            for (String ending : endings) {
                if (one.asText().endsWith(ending)) {
                    return true;
                }
            }
        }
        return false;
    }
}
