package io.nextline.core.fact;

import io.nextline.core.vocabulary.Drug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The systemic anticancer therapy on record.
 *
 * @param lines the lines in the order of time
 * @param activeDrugs drugs being given or taken on the day of evaluation, sorted by name
 * @param rows how many therapy rows counted as given and were understood
 * @param unidentified rows that name no legible drug; each weakens every conclusion of absence
 * @param readWhole whether the medication data were supplied and read to the end
 * @param reachesBeginning whether the record reaches the start of treatment for this cancer
 * @param count how many lines for advanced disease these are, as a range where that is open
 */
public record TherapyHistory(
        List<LineOfTherapy> lines,
        List<Drug> activeDrugs,
        int rows,
        List<Provenance> unidentified,
        boolean readWhole,
        boolean reachesBeginning,
        LineCount count) {

    /** Copies the lists. */
    public TherapyHistory {
        lines = List.copyOf(lines);
        activeDrugs = List.copyOf(activeDrugs);
        unidentified = List.copyOf(unidentified);
    }

    /** Returns whether dates put all lines and drugs in order. */
    public boolean orderKnown() {
        return count.orderKnown();
    }

    /** Returns the latest line of any setting, or null if there is none. */
    public @Nullable LineOfTherapy latest() {
        return lines.isEmpty() ? null : lines.get(lines.size() - 1);
    }

    /** Returns whether any line holds the drug or class. */
    public boolean includes(String drugOrClass) {
        for (LineOfTherapy line : lines) {
            if (line.has(drugOrClass)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the record shows that there was none: everything was read and understood, and no line is known. */
    public boolean showsNone() {
        return readWhole && unidentified.isEmpty() && lines.isEmpty();
    }

    /** Returns whether an absence of a drug may be concluded: everything was read, understood, and some therapy is known. */
    public boolean supportsAbsence() {
        return readWhole && unidentified.isEmpty() && !lines.isEmpty();
    }
}
