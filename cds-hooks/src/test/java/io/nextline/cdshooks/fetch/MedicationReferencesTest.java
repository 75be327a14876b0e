package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedicationReferencesTest {

    private static final FhirUrl BASE = Objects.requireNonNull(FhirUrl.parse("https://ehr.example/fhir"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Medication/a.b-1",
                "Medication/a.b-1/_history/2",
                "https://ehr.example/fhir/Medication/a.b-1",
                "https://EHR.example:443/fhir/Medication/a.b-1/_history/2"
            })
    void relativeReferenceAndOneBelowTheBaseAreOfThisServer(String reference) {
        assertThat(MedicationReferences.id(reference, BASE)).isEqualTo("a.b-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#a",
                "a",
                "Patient/a",
                "Substance/a",
                "Medication/",
                "Medication/..",
                "Medication/a b",
                "Medication/a,b",
                "Medication/a&_include=*",
                "Medication?_id=a",
                "/Medication/a",
                "../Medication/a",
                "other/Medication/a",
                "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0",
                "https://ehr.example/Medication/a",
                "https://ehr.example/fhir2/Medication/a",
                "https://ehr.example.evil.example/fhir/Medication/a",
                "https://ehr.example@evil.example/fhir/Medication/a",
                "http://ehr.example/fhir/Medication/a"
            })
    void otherReferencesAreNot(String reference) {
        assertThat(MedicationReferences.id(reference, BASE)).isNull();
    }

    @Test
    void idsAreAskedForOnceInBatchesAndUpToTheBound() {
        String[] orders = new String[500];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = "{\"resourceType\":\"MedicationRequest\",\"id\":\"o" + i
                    + "\",\"medicationReference\":{\"reference\":\"Medication/m" + i % 250 + "\"}}";
        }
        PatientRecord record = new RecordReader(ReadLimits.forRequests())
                .read(SampleRequest.bundle(orders).getBytes(StandardCharsets.UTF_8));

        List<String> searches = MedicationReferences.searches(record, List.of(), BASE, 150);

        assertThat(searches).hasSize(2);
        assertThat(searches.get(0)).startsWith("Medication?_id=m0,m1,m10,").endsWith("&_count=100");
        assertThat(searches.get(1)).endsWith("&_count=50");
        assertThat(MedicationReferences.searches(record, List.of(), BASE, 0)).isEmpty();
    }
}
