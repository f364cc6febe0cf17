package org.rasd.extract.annotate;

import com.johnsnowlabs.nlp.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text that a row's DOCUMENT annotations stand for, each at its own offset: one document as it is, sentences of one
 * document with line ends in the gaps, so that offsets in the text are those of the document. Annotations that begin before
 * the one before them ends belong to another document.
 *
 * @param text of one document
 * @param publishedOn what the metadata say about its day
 */
record Layout(String text, Optional<String> publishedOn) {
    static List<Layout> of(List<Annotation> annotations) {
        List<Layout> out = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Optional<String> day = Optional.empty();
        for (Annotation annotation : annotations) {
            if (!annotation.annotatorType().equals(Types.DOCUMENT)) {
                continue;
            }
            if (text.length() > annotation.begin()) {
                out.add(new Layout(text.toString(), day));
                text.setLength(0);
                day = Optional.empty();
            }
            while (text.length() < annotation.begin()) {
                text.append('\n');
            }
            text.append(annotation.result());
            day = day.or(
                    () -> Optional.ofNullable(TextAnnotator.metadata(annotation).get(Types.PUBLISHED_ON)));
        }
        if (!text.isEmpty()) {
            out.add(new Layout(text.toString(), day));
        }
        return out;
    }
}
