package org.rasd.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links between reports of a real archive, slips of the coder included, against labels by hand. */
class LinkedPairsTest {
    @ParameterizedTest
    @ValueSource(strings = {"tune", "test"})
    void linksAreThoseOfAReader(String half) {
        LinkedPairs.Score score = LinkedPairs.read().score(half, ResolveSettings.defaults());
        assertThat(score.same()).isGreaterThan(60);
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.77);
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.53);
    }
}
