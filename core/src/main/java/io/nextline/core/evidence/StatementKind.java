package io.nextline.core.evidence;

/** What a statement does. */
public enum StatementKind {
    /** Evidence against a proposed or possible therapy. */
    DISCOURAGE("discourage"),
    /** A therapy that trials support in such patients. */
    OPTION("option"),
    /** Something to weigh, on experts' judgement. */
    CONSIDER("consider"),
    /** Context that belongs to the decision. */
    INFORM("inform"),
    /** A border: where other statements do not hold, or what they must not rest on. */
    GUARD("guard");

    private final String id;

    StatementKind(String id) {
        this.id = id;
    }

    /** Returns the published name. */
    public String id() {
        return id;
    }
}
