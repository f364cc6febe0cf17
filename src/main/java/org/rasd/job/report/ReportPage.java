package org.rasd.job.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rasd.lang.Sha256;
import org.rasd.model.ConfRoot;
import org.rasd.publish.WarehouseQuery;

/**
 * Makes the report page of a warehouse: one HTML file of about 1 MB that holds its data, scripts and style.
 *
 * <p>The same tables give the same bytes. A policy in the page names the digests of its own scripts, so that no other
 * script runs even if one got in.
 */
public final class ReportPage {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String LIBRARY = "echarts/echarts.common.min.js";

    private ReportPage() {}

    /** The whole page in UTF-8 text, of the state of the warehouse at this moment. */
    public static String of(WarehouseQuery tables) throws IOException {
        ObjectNode data = PageData.read(tables, resource("queries.sql"), ConfRoot.classpath());
        String library = resource(LIBRARY);
        String script = scripts();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';" + " script-src '"
                        + digest(library) + "' '" + digest(script) + "'");
        parts.put("style", resource("page.css"));
        parts.put("labels", ScriptJson.write(new ObjectMapper().readTree(resource("labels.json"))));
        parts.put("map", resource("map/countries.json").strip());
        parts.put("data", ScriptJson.write(data));
        parts.put("library", library);
        parts.put("script", script);
        return fill(resource("page.html"), parts);
    }

    /** The page's scripts as one, their names to themselves: a window has a name and events of its own. */
    private static String scripts() throws IOException {
        return "(() => {\n" + resource("page.js") + resource("charts.js") + resource("map.js") + resource("sections.js")
                + resource("start.js") + "})();\n";
    }

    /** Fills slots in one pass: what a slot gets is never read for slots again. */
    private static String fill(String template, Map<String, String> parts) {
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        Objects.requireNonNull(parts.get(slot.group(1)), () -> "a slot " + slot.group(1))));
    }

    /** The digest by which a browser knows a script that may run. */
    private static String digest(String script) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(script));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
