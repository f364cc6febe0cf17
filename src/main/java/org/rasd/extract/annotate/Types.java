package org.rasd.extract.annotate;

/** Spark NLP's names of annotation types, and the keys of their metadata, as far as we use them. */
final class Types {
    static final String DOCUMENT = "document";
    static final String TOKEN = "token";
    static final String CHUNK = "chunk";

    /** Number of the sentence that an annotation stands in. */
    static final String SENTENCE = "sentence";
    /** Number of a chunk among those of its document. */
    static final String NUMBER = "chunk";
    /** Label of a chunk. */
    static final String LABEL = "entity";
    /** Label of a chunk that a rule of RegexMatcher's found. */
    static final String RULE = "identifier";
    /** How sure a chunk is. */
    static final String CONFIDENCE = "confidence";
    /** Country or actor code, in the chunks that our stage writes and in those that it reads. */
    static final String CODE = "entity_id";
    /** Name of what a chunk names, where it is not what the text has. */
    static final String NAME = "entity_name";
    /** Day of publication of a document, YYYY-MM-DD. */
    static final String PUBLISHED_ON = "published_on";

    private Types() {}
}
