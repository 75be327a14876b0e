package io.nextline.core.trial;

import java.util.List;

/** Thrown when files of the evidence base cannot be used; names every problem, never only the first. */
public final class EvidenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Holds the problems in their order.
     *
     * @param problems at least one
     */
    public EvidenceException(List<Problem> problems) {
        super(message(problems));
        this.problems = problems.stream().sorted(Problem.ORDER).toList();
    }

    /** Returns every problem, ordered by file and path. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        StringBuilder text = new StringBuilder("the evidence base has problems (" + problems.size() + "):");
        problems.stream()
                .sorted(Problem.ORDER)
                .forEach(problem -> text.append("\n  ").append(problem));
        return text.toString();
    }
}
