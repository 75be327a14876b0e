package io.nextline.cdshooks.feedback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a body of feedback: the first problem of each element, up to a number of elements. */
final class Problems {

    private static final int MOST = 20;

    private final Map<String, String> found = new LinkedHashMap<>();

    /**
     * Notes a problem.
     *
     * @param element where, for example {@code feedback[3].outcome}
     * @param problem what is wrong and what to send
     */
    void add(String element, String problem) {
        if (found.size() < MOST) {
            found.putIfAbsent(element, problem);
        }
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws InvalidFeedbackException with all that was found
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            List<String> problems = found.entrySet().stream()
                    .map(problem -> problem.getKey() + " " + problem.getValue())
                    .toList();
            throw new InvalidFeedbackException(problems);
        }
    }
}
