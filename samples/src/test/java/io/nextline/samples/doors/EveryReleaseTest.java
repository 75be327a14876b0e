package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadIssue.Kind;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** What R5 changed, and what becomes of one version in a reader of another. */
class EveryReleaseTest {

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static void allAgree(String json) {
        PatientRecord expected = Doors.core(quoted(json));
        assertThat(expected.issues()).isEmpty();
        assertThat(Doors.bytesThroughHapi(Release.R5, quoted(json))).isEqualTo(expected);
        assertThat(Doors.objectsOfHapi(Release.R5, quoted(json))).isEqualTo(expected);
        assertThat(Doors.bytesThroughHapi(Release.R5, AsXml.of(quoted(json)))).isEqualTo(expected);
    }

    @Test
    void drugAndReasonsOfR5AreRead() {
        String statement = "{'resourceType':'MedicationStatement','id':'m','status':'recorded','medication':{'concept':"
                + "{'text':'cabozantinib'}},'reason':[{'concept':{'text':'renal cell carcinoma'}}],"
                + "'adherence':{'code':{'text':'stopped'},'reason':{'text':'progression'}}}";
        allAgree(statement);
        MedicationUse use = Doors.bytesThroughHapi(Release.R5, quoted(statement))
                .medicationUses()
                .get(0);
        assertThat(use.content().concept().text()).isEqualTo("cabozantinib");
    }

    @Test
    void referredDrugOfR5IsRead() {
        allAgree("{'resourceType':'MedicationRequest','id':'m','contained':[{'resourceType':'Medication','id':'d',"
                + "'code':{'text':'nivolumab'}}],'medication':{'reference':{'reference':'#d'}},'reported':true}");
        allAgree("{'resourceType':'MedicationAdministration','id':'a','occurencePeriod':{'start':'2025-01'},"
                + "'category':[{'text':'inpatient'}],'medication':{'concept':{'text':'nivolumab'}}}");
    }

    @Test
    void staysOfR5AreRead() {
        allAgree("{'resourceType':'Encounter','id':'e','class':[{'coding':[{'code':'IMP'}]}],'actualPeriod':"
                + "{'start':'2025-01-01'},'admission':{'dischargeDisposition':{'text':'hospice'}}}");
    }

    // The types that were renamed are plans, which are no therapy, so what is lost weakens nothing that matters.
    @Test
    void typeOfAnotherReleaseIsSetAsideAndSaidSo() {
        String json = quoted("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'RequestGroup','id':'g'}},"
                + "{'resource':{'resourceType':'RequestOrchestration','id':'o'}}]}");
        assertThat(Doors.core(json).plans()).hasSize(2);
        for (String document : List.of(json, AsXml.of(json))) {
            PatientRecord read = Doors.bytesThroughHapi(Release.R5, document);
            assertThat(read.plans())
                    .extracting((Plan plan) -> plan.header().id())
                    .containsExactly("o");
            assertThat(read.issues()).extracting(ReadIssue::kind).containsExactly(Kind.WRONG_SHAPE);
        }
    }

    @Test
    void objectOfAnotherReleaseIsRefused() {
        assertThatThrownBy(() -> Release.R5.reader().read(List.of(new Patient())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R5");
    }
}
