package org.rasd.extract.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.rasd.extract.ArticleExtractor;
import org.rasd.extract.ArticleStage;
import org.rasd.extract.ExtractSettings;
import org.rasd.extract.OutsideName;
import org.rasd.extract.OutsideNames;
import org.rasd.extract.SharedExtractor;
import org.rasd.model.Article;
import org.rasd.model.ConfRoot;
import org.rasd.table.RecordCodec;

/**
 * Runs the extractor over articles, with a pipeline of Spark NLP's in the place of our tagger.
 *
 * <p>Shape: rows are an article as a struct and its chunks. Names of the lists stand where they overlap a chunk; other chunks become mentions of the
 * annotator that the pipeline's name is. Fails when: a chunk has a label that the table of labels does not have.
 */
public final class PipelineExtractStage implements ArticleStage {
    private static final long serialVersionUID = 1L;

    private final ConfRoot conf;
    private final ExtractSettings settings;
    private final PipelineSettings labels;
    private final transient EntityPipeline pipeline;

    /** A stage that reads its rules and lists from {@code conf}. */
    public PipelineExtractStage(ConfRoot conf, ExtractSettings settings, EntityPipeline pipeline) {
        this.conf = conf;
        this.settings = settings;
        this.labels = pipeline.settings();
        this.pipeline = pipeline;
    }

    @Override
    public Dataset<Row> rows(Dataset<Row> articles) {
        return pipeline.chunks(articles.filter(functions.col("language").equalTo("ar")));
    }

    @Override
    public Function<Row, Extracted> open() {
        ArticleExtractor extractor = SharedExtractor.get(conf, settings);
        RecordCodec<Article> reader = RecordCodec.of(Article.class);
        return row -> {
            Article article = reader.fromRow(row.getStruct(0));
            return new Extracted(article, extractor.extract(article, names(article, row.getList(1), labels)));
        };
    }

    /** Chunks over title, gap and body as names in title and body. */
    static OutsideNames names(Article article, List<Row> chunks, PipelineSettings settings) {
        List<OutsideName> title = new ArrayList<>();
        List<OutsideName> body = new ArrayList<>();
        int titleEnd = article.title().length();
        int bodyBegin = titleEnd + EntityPipeline.GAP.length();
        for (Row chunk : chunks) {
            Map<String, String> metadata = chunk.getJavaMap(chunk.fieldIndex("metadata"));
            String type = settings.type(Chunks.label(metadata));
            int begin = chunk.getInt(chunk.fieldIndex("begin"));
            int end = chunk.getInt(chunk.fieldIndex("end")) + 1;
            if (type.equals(PipelineSettings.LEFT_OUT)) {
                continue;
            }
            if (begin < titleEnd) {
                title.add(name(begin, Math.min(end, titleEnd), type, metadata, settings));
            } else if (begin >= bodyBegin && end - bodyBegin <= article.body().length()) {
                body.add(name(begin - bodyBegin, end - bodyBegin, type, metadata, settings));
            }
        }
        return new OutsideNames(title, body);
    }

    private static OutsideName name(
            int begin, int end, String type, Map<String, String> metadata, PipelineSettings settings) {
        return new OutsideName(
                begin,
                end,
                type,
                metadata.getOrDefault(Types.NAME, ""),
                Chunks.codes(metadata),
                Chunks.confidence(metadata),
                settings.name());
    }
}
