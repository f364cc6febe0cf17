package org.rasd.clean.page;

import java.util.HashMap;
import java.util.Map;

/** How much of a text came back, by tokens as bags. */
record TokenScore(double precision, double recall) {
    static TokenScore of(String expected, String found) {
        Map<String, Integer> bag = new HashMap<>();
        int wanted = 0;
        for (String token : expected.split("[^\\p{L}\\p{N}\\p{M}]+")) {
            if (!token.isEmpty()) {
                bag.merge(token, 1, Integer::sum);
                wanted++;
            }
        }
        int got = 0;
        int hit = 0;
        for (String token : found.split("[^\\p{L}\\p{N}\\p{M}]+")) {
            if (!token.isEmpty()) {
                got++;
                if (bag.merge(token, -1, Integer::sum) >= 0) {
                    hit++;
                }
            }
        }
        return new TokenScore(got == 0 ? 0 : (double) hit / got, wanted == 0 ? 0 : (double) hit / wanted);
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
