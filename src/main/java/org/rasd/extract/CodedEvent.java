package org.rasd.extract;

import java.util.List;
import java.util.Optional;
import org.rasd.lang.DateExpression;

/** An event that the coder reads in a sentence, before it becomes a row. */
record CodedEvent(
        Candidate candidate,
        double confidence,
        Status status,
        boolean historical,
        List<String> source,
        List<String> target,
        List<String> mediators,
        Optional<Integer> persons,
        Optional<DateExpression> date) {}
