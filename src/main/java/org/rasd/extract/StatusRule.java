package org.rasd.extract;

import java.util.ArrayList;
import java.util.List;
import org.rasd.lang.Clitics;
import org.rasd.lang.Words;

/** The status that the nearest cue before a trigger gives, with the cue; what the model starts from and explanations show. */
final class StatusRule {
    private static final int REACH = 7;

    private record Cue(int classId, Status status, String name) {}

    /** A status with its reason. */
    record Verdict(Status status, String cue) {}

    private final List<Cue> cues = new ArrayList<>();

    StatusRule(WordClasses classes) {
        cue(classes, "cond", Status.PROPOSED); // before what denies: "ما لم" (unless) is both
        cue(classes, "deny", Status.NEGATED);
        cue(classes, "neg", Status.NEGATED);
        cue(classes, "fail", Status.NEGATED);
        cue(classes, "break", Status.NEGATED);
        cue(classes, "future", Status.PLANNED);
        cue(classes, "want", Status.PROPOSED);
        cue(classes, "propose", Status.PROPOSED);
        cue(classes, "modal", Status.PROPOSED);
        cue(classes, "talk", Status.PROPOSED);
    }

    private void cue(WordClasses classes, String name, Status status) {
        classes.find(name).ifPresent(id -> cues.add(new Cue(id, status, name)));
    }

    Verdict judge(Candidate c) {
        if (c.rule().status().isPresent()) {
            return new Verdict(c.rule().status().get(), "rule " + c.rule().id());
        }
        if (c.match().has(Clitics.FUTURE)) {
            return new Verdict(Status.PLANNED, "future sin");
        }
        SentenceView view = c.view();
        for (int i = c.first() - 1; i >= Math.max(0, c.first() - REACH); i--) {
            for (Cue cue : cues) {
                if (view.is(i, cue.classId())) {
                    return new Verdict(
                            cue.status(), cue.name() + " \"" + view.words().form(i) + "\"");
                }
            }
            if ((view.words().gap(i) & (Words.COMMA | Words.OTHER)) != 0) {
                break;
            }
        }
        return new Verdict(Status.OCCURRED, "no cue");
    }
}
