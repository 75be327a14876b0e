package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.PatientFacts;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What systems write where they know no date is no date (case 40 of the sample patients to cover). */
final class PlaceholderDateTest {

    private static final String NIVOLUMAB = "'status':'completed','medicationCodeableConcept':{'text':'nivolumab'}";

    private static PatientFacts treated(String diagnosed, String start) {
        return FhirPatient.withRcc()
                .diagnosed(diagnosed)
                .add("MedicationAdministration", NIVOLUMAB + ",'effectiveDateTime':'" + start + "'")
                .facts();
    }

    private static String timeToTherapy(String diagnosed) {
        Imdc imdc = Objects.requireNonNull(treated(diagnosed, "2026-01-14").imdc());
        Boolean factor =
                Objects.requireNonNull(imdc.factors().get(Imdc.Factor.TIME)).orNull();
        return factor == null ? "unknown" : factor.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01,unknown",
        "1900,unknown",
        "1899-12-30T00:00:00Z,unknown",
        "0001-01-01,unknown",
        "1753-01-01,unknown",
        "1904-12-31,unknown",
        "1970-01-01T00:00:00Z,unknown",
        "1969-12-31T19:00:00-05:00,unknown",
        "1950-06-30,unknown", // before the patient was born, on 1 May 1960
        "1960-04-30,unknown",
        "1960-05,false",
        "1970-01-02,false",
        "1970,false",
        "2024-01-10,false",
        "2025-06-10,true"
    })
    @Tag("HZ-14")
    void cancerOfAPlaceholdersDayHasNoKnownTimeToTherapy(String diagnosed, String expected) {
        assertThat(timeToTherapy(diagnosed)).isEqualTo(expected);
    }

    @Test
    void recordDoesNotReachTheBeginningOfAPlaceholder() {
        assertThat(treated("1900-01-01", "2026-01-14").diagnosis().diagnosed()).isNull();
        assertThat(treated("2025-12-10", "2026-01-14").diagnosis().diagnosed()).isNotNull();
    }

    @Test
    void doseOfAPlaceholdersDayIsADoseWithoutADate() {
        PatientFacts facts = treated("2025-12-10", "1900-01-01");

        assertThat(facts.therapy().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.start()).isNull());
        assertThat(facts.warnings())
                .contains("not read: 1 MedicationAdministration: unreadable or placeholder date, used without it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "1969-12-31", "1930-02-03"})
    void birthDatesMayBeTheDayFromWhichComputersCount(String birth) {
        assertThat(FhirPatient.of("'birthDate':'" + birth + "'").facts().adult().orNull())
                .isTrue();
    }

    @Test
    void birthDateThatLiesAheadTakesNoOnsetAway() {
        assertThat(FhirPatient.of("'birthDate':'2060-05-01'")
                        .facts()
                        .diagnosis()
                        .diagnosed())
                .isNotNull();
    }

    @Test
    @Tag("HZ-19")
    void nobodyAliveWasBornBeforeLivingMemory() {
        assertThat(FhirPatient.of("'birthDate':'1900-01-01'").facts().adult().orNull())
                .isNull();
    }

    @Test
    void deathOnAPlaceholdersDayIsStillADeath() {
        assertThat(FhirPatient.of("'birthDate':'1950-01-01','deceasedDateTime':'1900-01-01'")
                        .facts()
                        .circumstances()
                        .death())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9999-12-31,true", "2026-11-22,true", "2026-11-21,false", "2026-02-01,false"})
    void endThatLiesAheadHasNotCome(String abatement, boolean current) {
        PatientFacts facts = FhirPatient.withRcc()
                .add(
                        "Condition",
                        "'code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'C78.00'}]},"
                                + "'onsetDateTime':'2026-01-01','abatementDateTime':'" + abatement + "'")
                .facts();
        assertThat(facts.metastaticSites().isEmpty()).isNotEqualTo(current);
    }
}
