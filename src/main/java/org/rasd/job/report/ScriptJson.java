package org.rasd.job.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON that may stand in a {@code script} element of HTML: nothing in it can end the element or start markup. */
final class ScriptJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ScriptJson() {}

    static String write(JsonNode data) {
        try {
            return escape(MAPPER.writeValueAsString(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the page's data as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** These characters stand within JSON strings only, so that an escape means the same. */
    private static String escape(String json) {
        StringBuilder out = new StringBuilder(json.length() + json.length() / 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '<', '>', '&', '\u2028', '\u2029' -> out.append("\\u").append(hex(c));
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
