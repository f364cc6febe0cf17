package org.rasd.aggregate;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.rasd.model.ConfRoot;

/** The names of countries and actors as views that reports may read. */
final class Entities {
    /** The views' names. */
    static final List<String> VIEWS = List.of("entities", "countries");

    private static final String FILE = "lexicon/entities.tsv";
    private static final StructType SCHEMA = StructType.fromDDL(
            "entity_id string NOT NULL, entity_type string NOT NULL, name_en string NOT NULL, name_ar string NOT NULL");

    private Entities() {}

    static void register(SparkSession session, ConfRoot conf) {
        List<Row> rows = rows(text(conf));
        session.createDataFrame(rows, SCHEMA).createOrReplaceTempView("entities");
        session.sql("SELECT entity_id AS country, name_en, name_ar FROM entities WHERE entity_type = 'LOC'")
                .createOrReplaceTempView("countries");
    }

    static String text(ConfRoot conf) {
        return conf.read(FILE);
    }

    /** Lines of four columns after comments and the header. */
    static List<Row> rows(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(Entities::row)
                .toList();
    }

    private static Row row(String[] cells) {
        if (cells.length < 4) {
            throw new IllegalArgumentException("Cannot read " + FILE + ": a line, got " + cells.length + " columns ("
                    + String.join(" ", cells) + "); give entity_id, entity_type, name_en, name_ar");
        }
        return RowFactory.create(cells[0], cells[1], cells[2], cells[3]);
    }
}
