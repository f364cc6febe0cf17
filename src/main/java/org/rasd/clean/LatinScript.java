package org.rasd.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the languages that Arabic archives hold beside Arabic by their small words, so that the model is seldom asked. */
final class LatinScript {
    private static final int FEW_WORDS = 10;
    private static final double SHARE = 0.2;
    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en",
                    words(
                            "the of and to in that is was for on with as by at from said has have it his are be he an were which"),
            "fr",
                    words(
                            "le la les de des du et en un une dans que qui pour par sur est au aux avec il elle ce cette ont été d l"),
            "es", words("el la los las de del y en un una que por para con se su al es lo como más fue ha sus"),
            "de",
                    words(
                            "der die das und in den von zu mit dem des auf für ist im ein eine nicht sich als auch es an werden"),
            "tr", words("ve bir bu da de için ile olarak olan daha çok en ise ancak sonra kadar gibi var dedi ettiği"));

    private LatinScript() {}

    /** The language whose small words prevail; nothing where none does. */
    static Languages.Guess judge(String sample) {
        List<String> words = new ArrayList<>();
        for (String word : sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String best = Languages.UNCLEAR;
        long most = 0;
        long next = 0;
        for (Map.Entry<String, Set<String>> language : SMALL_WORDS.entrySet()) {
            long hits = words.stream().filter(language.getValue()::contains).count();
            if (hits > most) {
                next = most;
                most = hits;
                best = language.getKey();
            } else {
                next = Math.max(next, hits);
            }
        }
        boolean clear = words.size() >= FEW_WORDS && most >= words.size() * SHARE && most >= 2 * next;
        return clear ? new Languages.Guess(best, 0.97) : Languages.Guess.NONE;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
