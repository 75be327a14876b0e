package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.WrongPatientException;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fhir.DraftOrders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What no loss of data may do: make a statement hold, with two exceptions that are named here. Guards are left out: they only turn
 * statements off, and may come to hold when the newest disease status is gone and an older one says stable.
 *
 * <p>A therapy row is gone and the statement now rests on an absence: medication data that were read whole hold no record of a
 * drug, no drug that would complete a drafted regimen, no (further) line for advanced disease, no reason other than progression why
 * a line ended.
 *
 * <p>Of two competing primaries one is gone: nothing is left that could show the conflict.
 */
final class Turned {

    private static final List<String> ABSENCES =
            List.of("no record of", "never received", "regimen not drafted", "no other reason is recorded");

    /** Absences of any further line, which a row that has lost its drug must leave open. */
    private static final List<String> NO_LINE =
            List.of("lines for advanced disease on record: ", "first recurrence after curative treatment");

    private Turned() {}

    /** Takes one datum at a time out of a record and returns what then holds that did not, in words for a failure message. */
    static List<String> byRemovals(SampleEngine engine, ObjectNode record, DraftOrders drafts, LocalDate asOf) {
        EvidenceReport before = engine.evaluate(SampleEngine.bytes(record), drafts, asOf);
        List<String> turned = new ArrayList<>();
        Removals.each(record, (removal, left) -> {
            try {
                EvidenceReport after = engine.evaluate(SampleEngine.bytes(left), drafts, asOf);
                turned.addAll(turned(removal, before, after));
            } catch (WrongPatientException refused) {
                // Without the Patient resource a draft may no longer be seen to be about the same person: no statement
                // holds.
                assertThat(removal.type()).isEqualTo("Patient");
            }
        });
        return turned;
    }

    private static List<String> turned(Removals.Removal removal, EvidenceReport before, EvidenceReport after) {
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < before.outcomes().size(); i++) {
            StatementOutcome was = before.outcomes().get(i);
            StatementOutcome is = after.outcomes().get(i);
            boolean nowHolds = was.applies() != Truth.TRUE && is.applies() == Truth.TRUE;
            if (nowHolds
                    && !isGuardOnly(is)
                    && !restsOnAbsence(removal, was, is)
                    && !settlesAConflict(removal, before, was)) {
                turned.add(removal.path() + ": " + is.statement().id() + " from "
                        + was.applies().id() + " to true " + is.because());
            }
        }
        return turned;
    }

    private static boolean isGuardOnly(StatementOutcome is) {
        return is.statement().kind() == StatementKind.GUARD && !is.statement().leads();
    }

    private static boolean restsOnAbsence(Removals.Removal removal, StatementOutcome was, StatementOutcome is) {
        Set<String> now = new TreeSet<>();
        absences(is.evaluation(), removal, now);
        Set<String> then = new TreeSet<>();
        absences(was.evaluation(), removal, then);
        now.removeAll(then);
        return removal.isTherapy() && !now.isEmpty();
    }

    private static void absences(Evaluation evaluation, Removals.Removal removal, Set<String> into) {
        if (evaluation.parts().isEmpty() && isAbsence(evaluation.reason(), removal)) {
            into.add(evaluation.reason().replaceAll("\\d+", "n"));
        }
        evaluation.parts().forEach(part -> absences(part, removal, into));
    }

    private static boolean isAbsence(String reason, Removals.Removal removal) {
        return ABSENCES.stream().anyMatch(reason::contains)
                || (removal.isWhole() && NO_LINE.stream().anyMatch(reason::contains));
    }

    private static boolean settlesAConflict(Removals.Removal removal, EvidenceReport before, StatementOutcome was) {
        DiagnosisType settled = before.facts().diagnosis().type().orNull();
        return removal.type().equals("Condition") && settled == null && was.applies() == Truth.UNKNOWN;
    }
}
