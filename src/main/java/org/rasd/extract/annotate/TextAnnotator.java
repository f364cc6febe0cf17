package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.AnnotatorModel;
import com.johnsnowlabs.nlp.HasSimpleAnnotate;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * What our stages share: an annotator of Spark NLP's that reads DOCUMENT annotations (documents or sentences) and works on
 * one row at a time, so that it stands in pipelines and light pipelines alike and saves and loads with them.
 */
public abstract class TextAnnotator<S extends Model<S>> extends AnnotatorModel<S> implements HasSimpleAnnotate<S> {
    private static final long serialVersionUID = 1L;
    private static final float[] NO_VECTOR = {};

    private final String uid;

    /**
     * Scala sets a uid before it runs the constructors of parents, Java after it. The parents' parameters, made while there
     * was none, are made anew under the right one.
     */
    TextAnnotator(String uid) {
        this.uid = uid;
        com$johnsnowlabs$nlp$HasInputAnnotationCols$_setter_$inputCols_$eq(
                new StringArrayParam(this, "inputCols", "annotation columns to read"));
        com$johnsnowlabs$nlp$HasOutputAnnotationCol$_setter_$outputCol_$eq(
                new Param<>(this, "outputCol", "annotation column to write"));
        BooleanParam lazy = new BooleanParam(this, "lazyAnnotator", "whether a recursive pipeline runs it on its own");
        com$johnsnowlabs$nlp$CanBeLazy$_setter_$lazyAnnotator_$eq(lazy);
        setDefault(lazy, false);
    }

    @Override
    public final String uid() {
        return uid;
    }

    @Override
    public String[] inputAnnotatorTypes() {
        return new String[] {Types.DOCUMENT};
    }

    @Override
    public final Seq<Annotation> annotate(Seq<Annotation> annotations) {
        return JavaConverters.asScalaBuffer(annotate(JavaConverters.seqAsJavaList(annotations)));
    }

    /** The annotations of one row from those of its input columns. */
    abstract List<Annotation> annotate(List<Annotation> inputs);

    /** An annotation over {@code begin..end} (end exclusive here, inclusive in Spark NLP). */
    static Annotation annotation(String type, int begin, int end, String text, Map<String, String> metadata) {
        return new Annotation(
                type,
                begin,
                end - 1,
                text,
                JavaConverters.mapAsScalaMapConverter(metadata).asScala(),
                NO_VECTOR);
    }

    static Map<String, String> metadata(Annotation annotation) {
        return JavaConverters.mapAsJavaMapConverter(annotation.metadata()).asJava();
    }
}
