package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What says nothing new about a patient changes no answer, on any sample. */
final class MetamorphicTest {

    private static final SampleEngine ENGINE = new SampleEngine();

    static List<SamplePatient> samples() {
        return SamplePatient.evaluable();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameInputGivesTheSameReport(SamplePatient patient) {
        assertThat(ENGINE.evaluate(patient)).isEqualTo(ENGINE.evaluate(patient));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-01")
    void shufflingEntriesChangesNothing(SamplePatient patient) {
        for (long seed = 1; seed <= 5; seed++) {
            long order = seed;
            assertSame(patient, bundle -> Changes.shuffled(bundle, order));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sendingEveryEntryTwiceChangesNothing(SamplePatient patient) {
        assertSame(patient, Changes::sentTwice);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-01")
    void aSecondFeedOfTheSameEventsChangesNothing(SamplePatient patient) {
        JsonNode before = ENGINE.answer(ENGINE.evaluate(patient), "unidentifiedTherapy");
        EvidenceReport after = ENGINE.evaluate(patient, Changes.fromTwoFeeds(patient.tree()));
        assertThat(ENGINE.answer(after, "unidentifiedTherapy")).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-04")
    void retractedCopiesOfEveryEntryChangeNothing(SamplePatient patient) {
        assertSame(patient, bundle -> Changes.withRetracted(bundle, bundle, "own"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-04")
    void retractedEntriesOfAnotherCourseChangeNothing(SamplePatient patient) {
        for (String other : List.of("11-rcc-third-line", "28-nsclc-egfr", "38b-deceased-datetime")) {
            assertSame(
                    patient,
                    bundle -> Changes.withRetracted(bundle, sample(other).tree(), other));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unrelatedRowsChangeNothing(SamplePatient patient) {
        assertSame(patient, bundle -> Changes.with(bundle, Noise.resources()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-24")
    void draftsThatNobodySelectedChangeNothing(SamplePatient patient) {
        DraftOrders unselected = new DraftOrders(everyDraft(patient), Set.of("MedicationRequest/another"));
        EvidenceReport after = ENGINE.evaluate(patient.bundle(), unselected, patient.asOf());
        assertThat(ENGINE.answer(after)).isEqualTo(ENGINE.answer(ENGINE.evaluate(patient)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-08")
    void brandedProductsGiveTheSameAnswer(SamplePatient patient) {
        assertSame(patient, bundle -> Rewording.branded(bundle, true));
        assertSame(patient, bundle -> Rewording.branded(bundle, false));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("HZ-11")
    void laboratoryValuesInOtherUnitsGiveTheSameAnswer(SamplePatient patient) {
        assertSame(patient, Rewording::inOtherUnits);
    }

    @Test
    void rewordingReachesTheSamples() {
        int brands = 0;
        int units = 0;
        for (SamplePatient patient : samples()) {
            ObjectNode bundle = patient.tree();
            brands += Rewording.touched(bundle, Rewording.branded(bundle, true));
            units += Rewording.touched(bundle, Rewording.inOtherUnits(bundle));
        }
        assertThat(brands).isGreaterThan(500);
        assertThat(units).isGreaterThan(30);
    }

    private static void assertSame(SamplePatient patient, Function<ObjectNode, ObjectNode> change) {
        EvidenceReport after = ENGINE.evaluate(patient, change.apply(patient.tree()));
        assertThat(ENGINE.answer(after)).isEqualTo(ENGINE.answer(ENGINE.evaluate(patient)));
    }

    private static SamplePatient sample(String name) {
        return SamplePatient.all().stream()
                .filter(patient -> patient.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Resource> everyDraft(SamplePatient patient) {
        Set<Resource> drafts = new LinkedHashSet<>();
        patient.variants()
                .forEach(
                        variant -> drafts.addAll(ENGINE.drafts(patient, variant).resources()));
        return new ArrayList<>(drafts);
    }
}
