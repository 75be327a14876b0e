package io.nextline.sidebyside;

import ca.uhn.fhir.rest.api.server.cdshooks.CdsServiceRequestJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardSourceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;

/**
 * The least that a service about the next line of therapy would do: looks for kidney cancer, for immune checkpoint inhibitors and
 * tyrosine kinase inhibitors with their first days, and tells them on one card. Lines, progression, criteria, gaps and evidence, which
 * Nextline works out on the same body, it leaves out; so a comparison is to Nextline's disadvantage.
 */
final class LookAtTherapy implements Function<CdsServiceRequestJson, CdsServiceResponseJson> {

    private static final String RENAL = "C64";
    private static final Set<String> CHECKPOINT =
            Set.of("nivolumab", "ipilimumab", "pembrolizumab", "atezolizumab", "avelumab", "durvalumab");
    private static final Set<String> KINASE =
            Set.of("cabozantinib", "axitinib", "sunitinib", "pazopanib", "lenvatinib", "tivozanib", "sorafenib");

    @Override
    public CdsServiceResponseJson apply(CdsServiceRequestJson request) {
        CdsServiceResponseJson response = new CdsServiceResponseJson();
        boolean renal = resources(request, "conditions", Condition.class)
                .anyMatch(condition -> hasCode(condition.getCode(), RENAL));
        List<MedicationRequest> orders =
                resources(request, "medications", MedicationRequest.class).toList();
        SortedMap<String, LocalDate> checkpoint = firstDays(orders, CHECKPOINT);
        if (renal && !checkpoint.isEmpty()) {
            response.addCard(card(checkpoint, firstDays(orders, KINASE)));
        }
        return response;
    }

    private static <T> Stream<T> resources(CdsServiceRequestJson request, String key, Class<T> type) {
        IBaseResource sent = request.getPrefetch(key);
        return sent instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(type::isInstance)
                        .map(type::cast)
                : Stream.empty();
    }

    private static boolean hasCode(CodeableConcept concept, String start) {
        return concept.getCoding().stream()
                .anyMatch(coding -> coding.getCode() != null && coding.getCode().startsWith(start));
    }

    private static SortedMap<String, LocalDate> firstDays(List<MedicationRequest> orders, Set<String> drugs) {
        SortedMap<String, LocalDate> first = new TreeMap<>();
        for (MedicationRequest order : orders) {
            String name = name(order);
            if (drugs.contains(name) && order.getAuthoredOn() != null) {
                LocalDate day =
                        order.getAuthoredOn().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
                first.merge(name, day, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return first;
    }

    private static String name(MedicationRequest order) {
        CodeableConcept drug =
                order.getMedication() instanceof CodeableConcept concept ? concept : new CodeableConcept();
        String name = drug.getText() == null ? drug.getCodingFirstRep().getDisplay() : drug.getText();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static CdsServiceResponseCardJson card(
            SortedMap<String, LocalDate> checkpoint, SortedMap<String, LocalDate> kinase) {
        return new CdsServiceResponseCardJson()
                .setSummary("Kidney cancer after " + String.join(", ", checkpoint.keySet()))
                .setDetail("Checkpoint inhibitors: " + checkpoint + ". Kinase inhibitors: " + kinase + ".")
                .setIndicator(CdsServiceIndicatorEnum.INFO)
                .setSource(new CdsServiceResponseCardSourceJson().setLabel("Side by side"));
    }
}
