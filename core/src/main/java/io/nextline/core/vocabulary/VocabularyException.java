package io.nextline.core.vocabulary;

import java.util.List;
import java.util.stream.Collectors;

/** The vocabulary's files cannot be used. Names every problem found, not only the first. */
public final class VocabularyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<VocabularyProblem> problems;

    /** Creates the exception from at least one problem. */
    public VocabularyException(List<VocabularyProblem> problems) {
        super(problems.stream().map(VocabularyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems in the order of the files. */
    public List<VocabularyProblem> problems() {
        return problems;
    }
}
