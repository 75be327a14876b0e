package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fhir.DraftOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Taking a datum out of a record never makes a statement hold. The one exception is named: the medication data were read whole, a
 * therapy row is gone, and the statement now rests on "no record of" that drug.
 */
final class RemovalTest {

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
            EvidenceReport after = ENGINE.evaluate(SampleEngine.bytes(left), drafts, patient.asOf());
            turned.addAll(turned(removal, before, after));
        });
        assertThat(turned).as(String.join("\n", turned)).isEmpty();
    }

    private static List<String> turned(Removals.Removal removal, EvidenceReport before, EvidenceReport after) {
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < before.outcomes().size(); i++) {
            StatementOutcome was = before.outcomes().get(i);
            StatementOutcome is = after.outcomes().get(i);
            boolean nowHolds = was.applies() != Truth.TRUE && is.applies() == Truth.TRUE;
            boolean excused = removal.isTherapy() && restsOnAbsence(is.evaluation());
            if (nowHolds && !excused) {
                turned.add(removal.path() + ": " + is.statement().id() + " from "
                        + was.applies().id() + " to true " + is.because());
            }
        }
        return turned;
    }

    private static boolean restsOnAbsence(Evaluation evaluation) {
        if (evaluation.truth() != Truth.TRUE) {
            return false;
        }
        if (evaluation.parts().isEmpty()) {
            return evaluation.reason().startsWith("no record of")
                    || evaluation.reason().startsWith("never received");
        }
        return evaluation.parts().stream().anyMatch(RemovalTest::restsOnAbsence);
    }
}
