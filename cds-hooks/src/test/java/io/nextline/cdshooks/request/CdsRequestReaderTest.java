package io.nextline.cdshooks.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.ServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CdsRequestReaderTest {

    private static final CdsRequestReader READER = new CdsRequestReader(ReadLimits.forRequests());

    private static CdsRequest read(SampleRequest request) {
        return read(request.json());
    }

    private static CdsRequest read(String json) {
        try {
            return READER.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void readsContextAndDataInOnePass() {
        CdsRequest request = read(SampleRequest.patientView().top("fhirServer", "\"https://ehr.example/fhir\""));

        assertThat(request.hook()).isEqualTo(Hook.PATIENT_VIEW);
        assertThat(request.hookInstance()).isEqualTo("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        assertThat(request.fhirServer()).isEqualTo("https://ehr.example/fhir");
        assertThat(request.context().userId()).isEqualTo("Practitioner/u1");
        PatientRecord record = request.record().build(request.context().patientId());
        assertThat(record.patient()).isNotNull();
        assertThat(record.conditions()).hasSize(1);
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        SampleRequest request = SampleRequest.patientView();
        String json = request.json();
        String turned = "{\"hookInstance\":\"i\",\"hook\":\"patient-view\","
                + json.substring(1, json.indexOf(",\"hook\"")) + "}";

        assertThat(json.indexOf("prefetch")).isLessThan(json.indexOf("hookInstance"));
        assertThat(read(json).record().build("p1"))
                .isEqualTo(read(turned).record().build("p1"));
    }

    @Test
    void unknownFieldsAndExtensionsArePassedOver() {
        CdsRequest request = read(SampleRequest.patientView()
                .top("extension", "{\"com.example\":{\"a\":[1,{\"b\":null}]}}")
                .top("future", "[[[]]]")
                .context("com.example.more", "{\"x\":1}"));

        assertThat(request.context().patientId()).isEqualTo("p1");
    }

    @Test
    void accessTokenIsNotHeld() {
        CdsRequest request = read(SampleRequest.patientView()
                .top("fhirServer", "\"https://ehr.example/fhir\"")
                .top("fhirAuthorization", "{\"access_token\":\"token-canary\",\"token_type\":\"Bearer\"}"));

        assertThat(request.toString()).doesNotContain("token-canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "Patient/p1", "https://ehr.example/fhir/Patient/p1", "Patient/p1/_history/2"})
    void patientIdMayBeBareOrAReference(String id) {
        assertThat(read(SampleRequest.patientView().context("patientId", "\"" + id + "\""))
                        .context()
                        .patientId())
                .isEqualTo("p1");
    }

    @ParameterizedTest
    @CsvSource({
        "Practitioner/u1, false",
        "PractitionerRole/u1, false",
        "Patient/p1, true",
        "RelatedPerson/r1, true",
        "https://ehr.example/fhir/Patient/p1, true",
        "u1, false"
    })
    void readerIsKnownByTheTypeOfTheUser(String userId, boolean patientOrRelative) {
        assertThat(read(SampleRequest.patientView().context("userId", "\"" + userId + "\""))
                        .context()
                        .isReadByPatientOrRelative())
                .isEqualTo(patientOrRelative);
    }

    @Test
    void resourcesUnderKeysNotAskedForAreReadToo() {
        CdsRequest request =
                read(SampleRequest.patientView().prefetch("everything", SampleRequest.bundle(SampleRequest.CONDITION)));

        assertThat(request.record().build("p1").conditions()).hasSize(2);
    }

    @Test
    void draftsAreReadWithTheSelection() {
        CdsRequest request = read(SampleRequest.of("order-select")
                .context("draftOrders", SampleRequest.bundle(SampleRequest.DRAFT, other("d2")))
                .context("selections", "[\"MedicationRequest/d2\"]"));

        assertThat(request.context().drafts().resources()).hasSize(2);
        assertThat(request.context().drafts().selections()).containsExactly("MedicationRequest/d2");
    }

    private static String other(String id) {
        return SampleRequest.DRAFT.replace("\"d1\"", "\"" + id + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[\"\"]", "{}", "\"MedicationRequest/d1\"", "[null,1,{\"a\":2}]"})
    void selectionsThatNameNothingMeanAllDrafts(String selections) {
        CdsRequest request = read(SampleRequest.of("order-select").context("selections", selections));

        assertThat(request.context().drafts().selections()).isNull();
    }

    @Test
    void onSigningEveryDraftIsMeant() {
        CdsRequest request =
                read(SampleRequest.of("order-sign").context("selections", "[\"MedicationRequest/other\"]"));

        assertThat(request.context().drafts().selections()).isNull();
    }

    @Test
    void draftsOnPatientViewAreNone() {
        CdsRequest request =
                read(SampleRequest.patientView().context("draftOrders", SampleRequest.bundle(SampleRequest.DRAFT)));

        assertThat(request.context().drafts().resources()).isEmpty();
    }

    @Test
    void draftsOfOddShapesDoNotLoseTheOthers() {
        String withoutDrug =
                "{\"resourceType\":\"MedicationRequest\",\"id\":\"d2\",\"status\":\"draft\",\"intent\":\"order\"}";
        String procedure = "{\"resourceType\":\"ServiceRequest\",\"id\":\"s1\",\"code\":{\"text\":\"nephrectomy\"}}";
        String unreadable = "{\"resourceType\":\"MedicationRequest\",\"id\":\"d3\",\"status\":5}";
        CdsRequest request = read(SampleRequest.of("order-select")
                .context(
                        "draftOrders",
                        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + SampleRequest.DRAFT
                                + "},{\"resource\":"
                                + withoutDrug + "},{\"resource\":" + procedure + "},{},{\"resource\":" + unreadable
                                + "},{\"resource\":{\"resourceType\":\"DeviceRequest\"}}]}"));

        assertThat(request.context().drafts().resources())
                .hasExactlyElementsOfTypes(MedicationRequest.class, MedicationRequest.class, ServiceRequest.class);
        assertThat(request.record().build("p1").issues())
                .extracting(ReadIssue::kind)
                .contains(ReadIssue.Kind.WRONG_SHAPE);
    }

    @Test
    void shapesOfAnotherFhirVersionAreReadBesideThoseOfR4() {
        String r5 = "{\"resourceType\":\"MedicationRequest\",\"id\":\"m5\",\"status\":\"active\",\"intent\":\"order\","
                + "\"medication\":{\"concept\":{\"text\":\"nivolumab\"}},\"subject\":{\"reference\":\"Patient/p1\"}}";
        CdsRequest request = read(
                SampleRequest.patientView().prefetch("medications", SampleRequest.bundle(SampleRequest.DRAFT, r5)));

        assertThat(request.record().build("p1").medicationUses())
                .allSatisfy(use -> assertThat(use.content().concept()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"free text\"", "\"1\""})
    void hookInstanceMayBeAnyText(String instance) {
        assertThat(read(SampleRequest.patientView().top("hookInstance", instance))
                        .hookInstance())
                .isNotBlank();
    }
}
