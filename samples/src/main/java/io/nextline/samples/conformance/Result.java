package io.nextline.samples.conformance;

/**
 * What became of one rule at one service.
 *
 * @param requirement the rule
 * @param verdict what became of it
 * @param seen what was seen, bounded and free of control characters
 */
public record Result(Requirement requirement, Verdict verdict, String seen) {}
