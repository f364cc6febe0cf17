/**
 * Rasd's steps as stages of Spark NLP: sentences, tokens, entities and event mentions over Spark NLP's annotations, and the
 * other way round, any pipeline of Spark NLP's as the job's entity step.
 *
 * <p>Reads and writes annotation columns. Keeps true: the only package of the stages that meets Spark NLP; what the stages
 * find is what {@link org.rasd.extract.ArticleExtractor} finds in the same text; saved and loaded stages say the same.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.extract.annotate;
