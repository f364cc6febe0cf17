package org.rasd.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rasd.model.Article;
import org.rasd.model.Check;
import org.rasd.model.Column;
import org.rasd.model.Event;
import org.rasd.model.Mention;
import org.rasd.model.Table;

public class TableSpecTest {
    @Test
    void everyTableRecordDescribesAllItsColumns() {
        List<JavaClass> tables = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.rasd").stream()
                        .filter(type -> type.isAnnotatedWith(Table.class))
                        .toList();
        assertThat(tables).extracting(JavaClass::getSimpleName).contains("Article", "Event", "EventMention");
        for (JavaClass table : tables) {
            TableSpec spec = TableSpec.of(table.reflect().asSubclass(Record.class));
            assertThat(spec.columns()).as(spec.name()).isNotEmpty();
        }
    }

    @Test
    void readsLayoutFromTheRecord() {
        TableSpec mentions = TableSpec.of(Mention.class);
        assertThat(mentions.name()).isEqualTo("mentions");
        assertThat(mentions.partitionColumn()).contains("published_on");
        assertThat(mentions.totalOrder()).containsExactly("article_id", "sentence_index", "begin", "end");
        assertThat(TableSpec.of(Event.class).partitionColumn()).isEmpty();
        assertThat(TableSpec.of(Article.class).schema().apply("captured_at").nullable())
                .isTrue();
    }

    @Table(
            name = "bad-name",
            grain = " ",
            keys = {"id", "nothing"},
            partitionedBy = "id",
            sortedBy = {"elsewhere"})
    @Check(name = "fine", holds = "id IS NOT")
    public record Broken(@Column(value = "", example = "") String id) {}

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> TableSpec.of(Broken.class))
                .hasMessageContaining("name, got bad-name")
                .hasMessageContaining("grain, got nothing")
                .hasMessageContaining("column id description, got nothing")
                .hasMessageContaining("column id example, got nothing")
                .hasMessageContaining("key, got nothing")
                .hasMessageContaining("sort column, got elsewhere")
                .hasMessageContaining("partition column id, got string")
                .hasMessageContaining("check fine, got id IS NOT");
    }

    @Test
    void refusesATypeThatIsNone() {
        assertThatThrownBy(() -> ColumnSpec.required("n", "integre", "A number", "1"))
                .hasMessageStartingWith("Cannot read the type of column n: got integre; use");
    }

    @Test
    void namesOfTablesCannotLeaveTheWarehouse() {
        for (String name : List.of("../up", "a/b", "_rasd", "views", "", "A", "a.b")) {
            assertThatThrownBy(() -> TableSpec.builder(name)
                            .grain("a thing")
                            .column(ColumnSpec.required("id", "string", "An id", "x"))
                            .keys("id")
                            .build())
                    .as(name)
                    .hasMessageContaining("got " + name);
        }
    }

    @Test
    void findsTablesByName() {
        Catalogue catalogue = Catalogue.of(Article.class, Event.class).with(List.of(TableSpec.of(Mention.class)));
        assertThat(catalogue.names()).containsExactly("articles", "events", "mentions");
        assertThatThrownBy(() -> catalogue.get("event"))
                .hasMessage("Cannot find the table: got event; use one of articles, events, mentions");
        assertThatThrownBy(() -> catalogue.with(List.of(TableSpec.of(Event.class))))
                .hasMessageContaining("events twice");
    }
}
