package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.LineOfTherapy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two lines a recorded progression belongs to: on the days around the second one's start, and by month and year. */
@Tag("HZ-14")
final class StatusTimelineTest {

    private static FhirPatient colitisThenCabozantinib() {
        String drug = "'medicationCodeableConcept':{'text':'%s'},";
        return FhirPatient.withRcc()
                .add(
                        "MedicationAdministration",
                        String.format(drug, "nivolumab") + "'status':'completed','effectiveDateTime':'2025-03-01'")
                .add(
                        "MedicationRequest",
                        String.format(drug, "nivolumab")
                                + "'status':'stopped','intent':'order','authoredOn':'2025-03-01',"
                                + "'statusReason':{'text':'colitis'}")
                .add(
                        "MedicationRequest",
                        String.format(drug, "cabozantinib")
                                + "'status':'active','intent':'order','authoredOn':'2025-09-01'");
    }

    private static String course(LineOfTherapy line) {
        return line.progression()
                .fold(
                        known -> known.value().grade().name(),
                        open -> open.gap().fact().name());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-02,NONE,PROGRESSION",
        "2025-03-03,STATED,PROGRESSION",
        "2025-09-02,STATED,PROGRESSION",
        "2025-09-03,NONE,STATED",
        "2026-03-01,NONE,STATED",
        "2025-08,STATED,PROGRESSION",
        "2025-09,PROGRESSION_DATE,PROGRESSION_DATE",
        "2025-10,NONE,STATED",
        "2025,PROGRESSION_DATE,PROGRESSION_DATE",
        "2026,NONE,STATED",
        "2024,NONE,PROGRESSION"
    })
    void aProgressionBelongsToTheLineThatItIsSurelyDatedOn(String worsened, String first, String second) {
        List<LineOfTherapy> lines = colitisThenCabozantinib()
                .observation(
                        "97509-4",
                        worsened,
                        "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'271299001'}]}")
                .facts()
                .therapy()
                .lines();
        assertThat(lines).extracting(StatusTimelineTest::course).containsExactly(first, second);
    }
}
