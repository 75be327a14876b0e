package io.nextline.samples.conformance;

/** What became of a rule. */
public enum Verdict {
    /** Kept wherever it was looked at. */
    PASS,
    /** A rule that binds was broken. */
    FAIL,
    /** A recommendation was not followed, or an option is not there as described. */
    WARN,
    /** There was nothing to judge it by. */
    SKIP
}
