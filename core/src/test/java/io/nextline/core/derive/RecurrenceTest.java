package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the cancer came back after treatment with curative intent (rulings 9.10 and 9.11). */
final class RecurrenceTest {

    private static final String SNOMED = "http://snomed.info/sct";

    private static String recurrence(FhirPatient patient) {
        return patient.facts().recurrence().fold(known -> known.value().toString(), open -> "unknown");
    }

    private static FhirPatient operated(String performed) {
        return FhirPatient.withRcc()
                .add(
                        "Procedure",
                        "'status':'completed','code':{'coding':[{'system':'" + SNOMED + "','code':'116033007'}]}"
                                + performed);
    }

    private static FhirPatient operated() {
        return operated(",'performedDateTime':'2024-02-01'");
    }

    private static FhirPatient metastasis(FhirPatient patient, String onset) {
        return patient.problem(SNOMED, "94391008", ",'onsetDateTime':'" + onset + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31,false",
        "2024-02-01,false",
        "2024-02-02,true",
        "2024-02,false",
        "2024,false",
        "2025-08-01,true"
    })
    void aMetastasisAfterNephrectomyIsARecurrenceAndOneBeforeItIsNone(String onset, String recurred) {
        assertThat(recurrence(metastasis(operated(), onset))).isEqualTo(recurred);
    }

    @Test
    void aMetastaticStageBeforeNephrectomyMakesItNoCure() {
        FhirPatient staged = operated().observation("21908-9", "2024-01-20", "'valueString':'Stage IV'");
        assertThat(recurrence(metastasis(staged, "2025-08-01"))).isEqualTo("false");
    }

    @Test
    void withoutACureOrASignOfRelapseOrADateItStaysOpen() {
        assertThat(recurrence(FhirPatient.withRcc())).isEqualTo("unknown");
        assertThat(recurrence(metastasis(FhirPatient.withRcc(), "2025-08-01"))).isEqualTo("unknown");
        assertThat(recurrence(operated())).isEqualTo("unknown");
        assertThat(recurrence(metastasis(operated(""), "2025-08-01"))).isEqualTo("unknown");
    }

    @Test
    void aLineWithCurativeIntentIsACureToo() {
        FhirPatient adjuvant = FhirPatient.withRcc()
                .add(
                        "MedicationAdministration",
                        "'status':'completed','effectiveDateTime':'2024-03-01','category':{'text':'adjuvant'},"
                                + "'medicationCodeableConcept':{'text':'pembrolizumab'}");
        assertThat(recurrence(adjuvant)).isEqualTo("unknown");
        assertThat(recurrence(metastasis(adjuvant, "2025-08-01"))).isEqualTo("true");
    }
}
