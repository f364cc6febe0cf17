/**
 * The statistical tagger of persons, places and organisations: a linear-chain conditional random field over hashed features.
 *
 * <p>Reads conf/models/tagger.bin, tagger-clusters.tsv, tagger-names.tsv and the gazetteer; writes the first two when it trains.
 * Keeps true: free of Spark; the same text gives the same names, the same data the same model.
 */
@org.jspecify.annotations.NullMarked
package org.rasd.extract.ner;
