package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.Provenance;
import java.util.List;

/**
 * The answer to a criterion, why, and from what.
 *
 * @param truth the answer
 * @param reason why, in one clause for a clinician; our words only, never text of the record
 * @param provenance the entries the answer rests on
 * @param gaps what is missing, when the answer is unknown
 * @param parts the answers of the parts, for a composed criterion; empty for a single question
 */
public record Evaluation(
        Truth truth, String reason, List<Provenance> provenance, List<Gap> gaps, List<Evaluation> parts) {

    /** Copies the lists. */
    public Evaluation {
        provenance = List.copyOf(provenance);
        gaps = List.copyOf(gaps);
        parts = List.copyOf(parts);
    }

    /** Returns a definite answer to a single question. */
    public static Evaluation of(boolean value, String reason, List<Provenance> provenance) {
        return new Evaluation(Truth.of(value), reason, provenance, List.of(), List.of());
    }

    /** Returns an open answer to a single question. */
    public static Evaluation unknown(String reason, Gap gap) {
        return new Evaluation(Truth.UNKNOWN, reason, List.of(), List.of(gap), List.of());
    }
}
