package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links between reports of a real archive, slips of the coder included, against labels by hand. */
class LinkedPairsTest {
    @ParameterizedTest
    @CsvSource({"tune, 0.86, 0.74", "test, 0.79, 0.67"})
    void linksAreThoseOfAReader(String half, double precision, double recall) {
        LinkedPairs.Score score = LinkedPairs.read().score(half, ResolveSettings.defaults());
        assertThat(score.same()).isGreaterThan(60);
        assertThat(score.precision()).as("%s", score).isGreaterThan(precision);
        assertThat(score.recall()).as("%s", score).isGreaterThan(recall);
    }
}
