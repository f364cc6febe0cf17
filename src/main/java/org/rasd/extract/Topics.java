package org.rasd.extract;

import java.util.List;
import java.util.Optional;

/** The subject of an agreement, by the word classes topic.* of conf/lexicon/ar/topics.tsv: the class nearest to the trigger. */
final class Topics {
    private static final String PREFIX = "topic.";
    private static final String AGREEMENT = "AGREEMENT";
    private static final int REACH = 25;

    private record Topic(int classId, String name) {}

    private final List<Topic> topics;

    Topics(WordClasses classes) {
        topics = classes.names().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> new Topic(classes.find(name).orElseThrow(), name.substring(PREFIX.length())))
                .toList();
    }

    Optional<String> of(Candidate c) {
        if (!c.type().equals(AGREEMENT)) {
            return Optional.empty();
        }
        for (int d = 0; d <= REACH; d++) {
            for (Topic topic : topics) {
                boolean after =
                        c.last() + d < c.view().words().count() && c.view().is(c.last() + d, topic.classId());
                if (after || c.view().is(c.first() - d / 2, topic.classId())) {
                    return Optional.of(topic.name());
                }
            }
        }
        return Optional.of("other");
    }
}
