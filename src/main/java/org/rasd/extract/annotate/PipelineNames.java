package org.rasd.extract.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.rasd.extract.ner.BioSentence;
import org.rasd.extract.ner.Tags;

/** Lets a pipeline of Spark NLP's find names in labelled sentences, as the job lets it find names in articles. */
public final class PipelineNames {
    private PipelineNames() {}

    /**
     * The names in each of {@code sentences}, as spans of their tokens. The pipeline sees tokens with blanks between them; a
     * chunk that begins or ends within a token counts as a name of the tokens that it touches.
     */
    public static List<List<Tags.Name>> of(SparkSession spark, EntityPipeline pipeline, List<BioSentence> sentences) {
        StructType schema = new StructType()
                .add("number", DataTypes.IntegerType)
                .add("title", DataTypes.StringType)
                .add("body", DataTypes.StringType);
        List<Row> texts = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            texts.add(RowFactory.create(i, "", String.join(" ", sentences.get(i).tokens())));
        }
        Dataset<Row> chunks = pipeline.chunks(spark.createDataFrame(texts, schema)
                .repartition(spark.sparkContext().defaultParallelism(), functions.col("number")));
        Map<Integer, List<Tags.Name>> found = new HashMap<>();
        for (Row row : chunks.collectAsList()) {
            int number = row.getStruct(0).getInt(0);
            found.put(number, names(row.getList(1), sentences.get(number).tokens(), pipeline.settings()));
        }
        List<List<Tags.Name>> out = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            out.add(found.getOrDefault(i, List.of()));
        }
        return out;
    }

    private static List<Tags.Name> names(List<Row> chunks, List<String> tokens, PipelineSettings settings) {
        List<Integer> tokenAt = new ArrayList<>();
        for (int t = 0; t < tokens.size(); t++) {
            for (int i = 0; i <= tokens.get(t).length(); i++) {
                tokenAt.add(t);
            }
        }
        List<Tags.Name> out = new ArrayList<>();
        for (Row chunk : chunks) {
            Map<String, String> metadata = chunk.getJavaMap(chunk.fieldIndex("metadata"));
            String type = settings.type(Chunks.label(metadata));
            int begin = chunk.getInt(chunk.fieldIndex("begin")) - EntityPipeline.GAP.length();
            int last = chunk.getInt(chunk.fieldIndex("end")) - EntityPipeline.GAP.length();
            if (!type.equals(PipelineSettings.LEFT_OUT) && begin >= 0 && last < tokenAt.size()) {
                out.add(new Tags.Name(tokenAt.get(begin), tokenAt.get(last), type));
            }
        }
        return out;
    }
}
