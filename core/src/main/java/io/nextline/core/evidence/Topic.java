package io.nextline.core.evidence;

/** The clinical question that a statement helps to answer. Statements on the same question share one card. */
public enum Topic {
    /** What is known about the orders now drafted. */
    PROPOSAL("proposal", "Evidence on the drafted order"),
    /** What the trials showed for the next systemic therapy. */
    SYSTEMIC("systemic", "Next systemic therapy: what the trials showed"),
    /** What is known about relapse after adjuvant immunotherapy. */
    ADJUVANT("adjuvant", "Relapse after adjuvant immunotherapy"),
    /** Surgery and radiotherapy. */
    LOCAL("local", "Surgery and radiotherapy"),
    /** Part of every decision: joins each card and opens none. */
    EVERY("every", "For every decision");

    private final String id;
    private final String display;

    Topic(String id, String display) {
        this.id = id;
        this.display = display;
    }

    /** Returns the name used in the data files. */
    public String id() {
        return id;
    }

    /** Returns the heading for people. */
    public String display() {
        return display;
    }
}
