package org.rasd.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile's field paths as a tree that a JSON stream is walked along; what no path names is passed over unread.
 *
 * <p>Of several places for one field the first named that is not blank wins. A list of texts becomes lines.
 */
final class FieldMap {
    private final Node root = new Node();

    FieldMap(Profile profile) {
        profile.fields().forEach((field, places) -> {
            for (int rank = 0; rank < places.size(); rank++) {
                Node node = root;
                for (String step : places.get(rank).split("\\.")) {
                    node = node.children.computeIfAbsent(step, key -> new Node());
                }
                node.targets.add(new Target(field, rank));
            }
        });
    }

    /** Reads the object at which {@code parser} stands, up to its end. */
    Values read(JsonParser parser) throws IOException {
        Values values = new Values();
        object(parser, root, values);
        return values;
    }

    /** Recursion is as deep as the profile's paths, not as the input. */
    private void object(JsonParser parser, Node node, Values values) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Node child = node.children.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (child == null) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT && !child.children.isEmpty()) {
                object(parser, child, values);
            } else {
                String text = text(parser, token);
                child.targets.forEach(target -> values.put(target, text));
            }
        }
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        if (token != JsonToken.START_ARRAY) {
            return token == JsonToken.VALUE_NULL ? null : parser.getText();
        }
        List<String> items = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            if (item.isStructStart()) {
                parser.skipChildren();
            } else if (item.isScalarValue() && item != JsonToken.VALUE_NULL) {
                items.add(parser.getText());
            }
        }
        return String.join("\n", items);
    }

    private record Target(ArticleField field, int rank) {}

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Target> targets = new ArrayList<>();
    }

    /** The texts found for the fields. */
    static final class Values {
        private final @Nullable String[] texts = new String[ArticleField.values().length];
        private final int[] ranks = new int[texts.length];

        private void put(Target target, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                put(target.field, target.rank, text);
            }
        }

        /** Sets a field, unless a place of lower rank gave it already. */
        void put(ArticleField field, int rank, String text) {
            int at = field.ordinal();
            if (texts[at] == null || rank < ranks[at]) {
                texts[at] = text;
                ranks[at] = rank;
            }
        }

        @Nullable
        String get(ArticleField field) {
            return texts[field.ordinal()];
        }
    }
}
