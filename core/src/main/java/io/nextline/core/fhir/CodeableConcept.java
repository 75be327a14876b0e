package io.nextline.core.fhir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A concept as one or more codings, as text, or both.
 *
 * @param coding every coding sent, in the order sent; empty when there is text only
 * @param text the sender's wording of the whole concept, or null
 */
public record CodeableConcept(List<Coding> coding, @Nullable String text) {

    /** Copies the codings. */
    public CodeableConcept {
        coding = List.copyOf(coding);
    }

    /** Returns whether any coding bears this code, whatever its system; meant for FHIR's own required value sets. */
    public boolean hasCode(String code) {
        for (Coding c : coding) {
            if (code.equals(c.code())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether any coding bears one of these codes, as {@link #hasCode} does. */
    public boolean hasAnyCode(Set<String> codes) {
        for (Coding c : coding) {
            if (c.code() != null && codes.contains(c.code())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first code present, else the text; null when neither was sent. */
    public @Nullable String firstCodeOrText() {
        for (Coding c : coding) {
            if (c.code() != null) {
                return c.code();
            }
        }
        return text;
    }
}
