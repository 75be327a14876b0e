package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.DraftOrders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Taking a datum out of a record never makes a statement hold, but for the exceptions that {@link Turned} names. */
@Tag("HZ-05")
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
        List<String> turned = Turned.byRemovals(ENGINE, patient.tree(), drafts, patient.asOf());
        assertThat(turned).as(String.join("\n", turned)).isEmpty();
    }
}
