package io.nextline.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.cdshooks.CdsServiceRequestJson;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.hapi.fhir.cdshooks.api.ICdsServiceRegistry;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceFeedbackJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServicesJson;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.core.Nextline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class CdsRegistryBridgeTest {

    private static final CdsServices SERVICES = new CdsServices(
            Nextline.load(), ServiceSettings.of(Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC)));

    /** Keeps what is registered, as HAPI's does. */
    private static final class Registry implements ICdsServiceRegistry {

        private final Map<String, Function<CdsServiceRequestJson, CdsServiceResponseJson>> services =
                new LinkedHashMap<>();
        private final Map<String, CdsServiceJson> descriptions = new LinkedHashMap<>();

        @Override
        public CdsServicesJson getCdsServicesJson() {
            return new CdsServicesJson();
        }

        @Override
        public CdsServiceResponseJson callService(String id, Object request) {
            return services.get(id).apply((CdsServiceRequestJson) request);
        }

        @Override
        public CdsServiceFeedbackJson callFeedback(String id, CdsServiceFeedbackJson feedback) {
            return feedback;
        }

        @Override
        public void registerService(
                String id,
                Function<CdsServiceRequestJson, CdsServiceResponseJson> service,
                CdsServiceJson description,
                boolean fetching,
                String group) {
            services.put(id, service);
            descriptions.put(id, description);
        }

        @Override
        public void unregisterService(String id, String group) {
            services.remove(id);
        }

        @Override
        public void unregisterServices(String group) {
            services.clear();
        }

        @Override
        public CdsServiceJson getCdsServiceJson(String id) {
            return descriptions.get(id);
        }
    }

    private final Registry registry = new Registry();

    CdsRegistryBridgeTest() {
        new CdsRegistryBridge(SERVICES, FhirContext.forR4Cached()).register(registry);
    }

    private static CdsServiceRequestJson request() {
        CdsServiceRequestJson request = new CdsServiceRequestJson();
        request.setHook("patient-view").setHookInstance("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        request.addContext("userId", "Practitioner/1");
        request.addContext("patientId", "p1");
        return request;
    }

    private static CdsServiceRequestJson requestWithData() {
        Patient patient = new Patient();
        patient.setId("p1");
        patient.setBirthDateElement(new DateType("1950-01-01"));
        CdsServiceRequestJson request = request();
        request.addPrefetch("patient", patient);
        request.addPrefetch("conditions", bundle(cancer()));
        request.addPrefetch("medications", bundle(order("nivolumab")));
        return request;
    }

    private static Bundle bundle(org.hl7.fhir.r4.model.Resource resource) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.addEntry().setResource(resource);
        return bundle;
    }

    private static Condition cancer() {
        Condition cancer =
                new Condition().setSubject(new Reference("Patient/p1")).setOnset(new DateTimeType("2024"));
        cancer.setId("c");
        cancer.getCode().addCoding().setSystem("http://snomed.info/sct").setCode("702391001");
        return cancer;
    }

    private static MedicationRequest order(String drug) {
        MedicationRequest order = new MedicationRequest().setSubject(new Reference("Patient/p1"));
        order.setId("m");
        order.setStatus(MedicationRequestStatus.STOPPED).setIntent(MedicationRequestIntent.ORDER);
        order.setMedication(new org.hl7.fhir.r4.model.CodeableConcept().setText(drug));
        order.setStatusReason(new org.hl7.fhir.r4.model.CodeableConcept().setText("disease progression"));
        order.setAuthoredOnElement(new DateTimeType("2026-01-05"));
        return order;
    }

    @Test
    void everyServiceIsRegisteredWithItsPrefetch() {
        assertThat(registry.services.keySet())
                .containsExactly("nextline-patient-view", "nextline-order-select", "nextline-order-sign");
        assertThat(registry.descriptions.get("nextline-order-sign").getHook()).isEqualTo("order-sign");
        assertThat(registry.descriptions.get("nextline-order-sign").getPrefetch())
                .containsEntry("patient", "Patient/{{context.patientId}}");
    }

    @Test
    void callIsAnsweredWithCards() {
        CdsServiceResponseJson response = registry.callService(CdsService.PATIENT_VIEW.id(), requestWithData());
        assertThat(response.getCards()).isNotEmpty();
        response.getCards().forEach(card -> {
            assertThat(card.getSummary()).isNotBlank();
            assertThat(card.getIndicator()).isNotNull();
            assertThat(card.getSource()).isNotNull();
        });
    }

    @Test
    void missingDataIsAFailedPrecondition() {
        assertThatThrownBy(() -> registry.callService(CdsService.PATIENT_VIEW.id(), request()))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining("prefetch key 'patient'");
    }

    @Test
    void otherHookIsRefused() {
        assertThatThrownBy(() -> registry.callService(CdsService.ORDER_SIGN.id(), requestWithData()))
                .isInstanceOf(InvalidRequestException.class);
    }
}
