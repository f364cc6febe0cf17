package org.rasd.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An article as its sentences, with what holds for the whole of it.
 *
 * @param topCodes codes by how often they are named, most first, at most four
 * @param strong number of sentences with a likely trigger whose conditions hold, by type
 * @param holding number of sentences that hold a word of each word class, by class
 */
record ArticleView(
        java.time.LocalDate published,
        List<SentenceView> sentences,
        List<List<Candidate>> candidates,
        List<Set<String>> codes,
        List<String> topCodes,
        int[] holding,
        Map<String, int[]> strong) {

    private static final double LIKELY = 0.7;

    static ArticleView of(java.time.LocalDate published, List<SentenceView> sentences, int classCount) {
        List<List<Candidate>> candidates = new ArrayList<>();
        List<Set<String>> codes = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (SentenceView view : sentences) {
            candidates.add(CandidateFinder.find(view));
            Set<String> own = new LinkedHashSet<>();
            for (EntityHit hit : view.entities()) {
                if (hit.isResolved()) {
                    own.add(hit.code());
                    counts.merge(hit.code(), 1, Integer::sum);
                }
            }
            codes.add(own);
        }
        List<String> top = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(4)
                .map(Map.Entry::getKey)
                .toList();
        return new ArticleView(
                published, sentences, candidates, codes, top, holding(sentences, classCount), strong(candidates));
    }

    /** The same article with other names in its sentences. */
    ArticleView withSentences(List<SentenceView> changed) {
        return of(published, changed, holding.length);
    }

    private static Map<String, int[]> strong(List<List<Candidate>> candidates) {
        Map<String, int[]> out = new HashMap<>();
        for (List<Candidate> sentence : candidates) {
            Set<String> types = new HashSet<>();
            for (Candidate c : sentence) {
                if (c.isAllowed() && c.rule().prior() >= LIKELY && types.add(c.type())) {
                    out.computeIfAbsent(c.type(), key -> new int[1])[0]++;
                }
            }
        }
        return out;
    }

    private static int[] holding(List<SentenceView> sentences, int classCount) {
        int[] out = new int[classCount];
        for (SentenceView view : sentences) {
            long low = 0;
            long high = 0;
            for (int i = 0; i < view.words().count(); i++) {
                low |= view.low()[i];
                high |= view.high()[i];
            }
            for (long bits = low; bits != 0; bits &= bits - 1) {
                out[Long.numberOfTrailingZeros(bits)]++;
            }
            for (long bits = high; bits != 0; bits &= bits - 1) {
                out[64 + Long.numberOfTrailingZeros(bits)]++;
            }
        }
        return out;
    }

    /** Share of sentences that hold a word of class {@code classId}, in tenths. */
    int tenths(int classId) {
        return sentences.isEmpty() ? 0 : (holding[classId] * 10 + sentences.size() / 2) / sentences.size();
    }
}
