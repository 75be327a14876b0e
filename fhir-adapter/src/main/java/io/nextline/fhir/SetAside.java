package io.nextline.fhir;

import io.nextline.core.fhir.ReadIssue;

/**
 * Ends the reading of one entry, which is set aside as a {@link ReadIssue}. It never leaves the package; it has no stack trace
 * because input decides how often it is thrown.
 */
final class SetAside extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReadIssue.Kind kind;
    private final String element;

    SetAside(ReadIssue.Kind kind, String element) {
        super(null, null, false, false);
        this.kind = kind;
        this.element = element;
    }

    /** Returns the same problem as seen from one level further out. */
    SetAside within(String outer) {
        return new SetAside(kind, element.isEmpty() ? outer : outer + "." + element);
    }

    ReadIssue.Kind kind() {
        return kind;
    }

    /** Returns the element below the resource, for example {@code code.coding}; empty for the resource itself. */
    String element() {
        return element;
    }
}
