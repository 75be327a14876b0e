package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.WrongPatientException;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fhir.DraftOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Taking a datum out of a record never makes a statement hold, with two exceptions that are named here. Guards are left out: they only
 * turn statements off, and may come to hold when the newest disease status is gone and an older one says stable.
 *
 * <p>A therapy row is gone and the statement now rests on an absence: medication data that were read whole hold no record of a
 * drug, no drug that would complete a drafted regimen, no reason other than progression why a line ended.
 *
 * <p>Of two competing primaries one is gone: nothing is left that could show the conflict.
 */
@Tag("HZ-05")
final class RemovalTest {

    private static final List<String> ABSENCES =
            List.of("no record of", "never received", "regimen not drafted", "no other reason is recorded");

    private static final SampleEngine ENGINE = new SampleEngine();

    @TestFactory
    Stream<DynamicTest> takingADatumOutNeverMakesAStatementHold() {
        return SamplePatient.evaluable().stream().flatMap(patient -> {
            Stream<DynamicTest> opened =
                    Stream.of(DynamicTest.dynamicTest(patient.name(), () -> check(patient, DraftOrders.NONE)));
            Stream<DynamicTest> drafted = patient.variants().stream()
                    .limit(1)
                    .map(variant -> DynamicTest.dynamicTest(
                            patient.name() + ", drafted: "
                                    + variant.path("name").asText(),
                            () -> check(patient, ENGINE.drafts(patient, variant))));
            return Stream.concat(opened, drafted);
        });
    }

    private static void check(SamplePatient patient, DraftOrders drafts) {
        EvidenceReport before = ENGINE.evaluate(patient.bundle(), drafts, patient.asOf());
        List<String> turned = new ArrayList<>();
        Removals.each(patient.tree(), (removal, left) -> {
            try {
                EvidenceReport after = ENGINE.evaluate(SampleEngine.bytes(left), drafts, patient.asOf());
                turned.addAll(turned(removal, before, after));
            } catch (WrongPatientException refused) {
                // Without the Patient resource a draft may no longer be seen to be about the same person: no statement
                // holds.
                assertThat(removal.type()).isEqualTo("Patient");
            }
        });
        assertThat(turned).as(String.join("\n", turned)).isEmpty();
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
        absences(is.evaluation(), now);
        Set<String> then = new TreeSet<>();
        absences(was.evaluation(), then);
        now.removeAll(then);
        return removal.isTherapy() && !now.isEmpty();
    }

    private static void absences(Evaluation evaluation, Set<String> into) {
        if (evaluation.parts().isEmpty()) {
            for (String absence : ABSENCES) {
                if (evaluation.reason().contains(absence)) {
                    into.add(evaluation.reason().replaceAll("\\d+", "n"));
                }
            }
        }
        evaluation.parts().forEach(part -> absences(part, into));
    }

    private static boolean settlesAConflict(Removals.Removal removal, EvidenceReport before, StatementOutcome was) {
        DiagnosisType settled = before.facts().diagnosis().type().orNull();
        return removal.type().equals("Condition") && settled == null && was.applies() == Truth.UNKNOWN;
    }
}
