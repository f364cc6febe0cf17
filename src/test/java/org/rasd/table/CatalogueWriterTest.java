package org.rasd.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rasd.model.Mention;

class CatalogueWriterTest {
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(
            TableSpec.of(Mention.class),
            TableSpec.builder("counts")
                    .grain("a day | a type")
                    .column(ColumnSpec.required("day", "date", "The day | UTC", "2025-11-16"))
                    .column(ColumnSpec.optional("n", "bigint", "How many", "3"))
                    .keys("day")
                    .check(new RowCheck("n_positive", "n > 0"))
                    .total(new TotalCheck("as_many", "SELECT sum(n) FROM counts", "SELECT count(*) FROM mentions"))
                    .build()));

    @Test
    void writesTextWithColumnsAligned() {
        assertThat(CatalogueWriter.text(CATALOGUE.get("counts"))).isEqualTo("""
                counts: a day | a type
                  keys: day; sorted by day
                  day  date          The day | UTC; e.g. 2025-11-16
                  n    bigint  null  How many; e.g. 3
                  check n_positive: n > 0
                  total as_many: SELECT sum(n) FROM counts = SELECT count(*) FROM mentions
                """);
    }

    @Test
    void writesMarkdownWithPipesEscaped() {
        assertThat(CatalogueWriter.markdown(CATALOGUE))
                .contains("## mentions", "| article_id | string | no |", "a folder for each published_on")
                .contains("| day | date | no | The day \\| UTC | 2025-11-16 |");
    }

    @Test
    void writesJsonThatHoldsEveryColumn() throws Exception {
        JsonNode tables = new ObjectMapper().readTree(CatalogueWriter.json(CATALOGUE));
        assertThat(tables.get(0).get("columns")).hasSize(11);
        assertThat(tables.get(0).get("partitioned_by").asText()).isEqualTo("published_on");
        assertThat(tables.get(1).get("columns").get(1).get("nullable").asBoolean())
                .isTrue();
        assertThat(tables.get(1).get("checks").get("n_positive").asText()).isEqualTo("n > 0");
    }
}
