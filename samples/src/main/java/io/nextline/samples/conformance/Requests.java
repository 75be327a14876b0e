package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Legal requests about the synthetic patient. */
final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SyntheticPatient patient = new SyntheticPatient();

    /** Returns whether the hook's context is known here. */
    boolean knows(Service service) {
        return context(service.hook()) != null;
    }

    /** Returns a request with every prefetch key that the patient's data can answer. */
    ObjectNode full(Service service) {
        return request(service, (key, template) -> patient.answer(template));
    }

    /** Returns a request without prefetch. */
    ObjectNode bare(Service service) {
        return request(service, (key, template) -> null);
    }

    /** Returns a request in which every prefetch key has this value. */
    ObjectNode with(Service service, JsonNode value) {
        return request(service, (key, template) -> value);
    }

    /** Returns a request whose searches found nothing; what is read by its id is there. */
    ObjectNode empty(Service service) {
        return request(
                service,
                (key, template) -> template.contains("?")
                        ? SyntheticPatient.bundle("searchset", List.of())
                        : patient.answer(template));
    }

    /** Returns a request whose searches have a further page. */
    ObjectNode paged(Service service) {
        ObjectNode request = full(service);
        for (JsonNode value : request.path("prefetch")) {
            if (value.path("resourceType").asText().equals("Bundle")) {
                ObjectNode next = ((ObjectNode) value).putArray("link").addObject();
                next.put("relation", "next").put("url", "https://fhir.example.org/page/2");
            }
        }
        return request;
    }

    private ObjectNode request(Service service, BiFunction<String, String, @Nullable JsonNode> answer) {
        ObjectNode request = JSON.createObjectNode();
        request.put("hook", service.hook());
        request.put("hookInstance", UUID.randomUUID().toString());
        request.set("context", context(service.hook()));
        ObjectNode prefetch = JSON.createObjectNode();
        service.prefetch().forEach((key, template) -> {
            JsonNode value = answer.apply(key, template);
            if (value != null) {
                prefetch.set(key, value.deepCopy());
            }
        });
        if (!prefetch.isEmpty()) {
            request.set("prefetch", prefetch);
        }
        return request;
    }

    private @Nullable ObjectNode context(String hook) {
        ObjectNode context = JSON.createObjectNode();
        if (!hook.equals("order-dispatch")) {
            context.put("userId", "Practitioner/" + SyntheticPatient.PRACTITIONER);
        }
        context.put("patientId", patient.id("Patient"));
        return switch (hook) {
            case "patient-view" -> context;
            case "order-select" -> {
                patient.drafts().forEach(each -> selections(context).add(reference(each)));
                yield drafts(context, "draftOrders");
            }
            case "order-sign" -> drafts(context, "draftOrders");
            case "medication-refill" -> drafts(context, "medications");
            case "encounter-start", "encounter-discharge" -> context.put("encounterId", patient.id("Encounter"));
            case "order-dispatch" -> dispatch(context);
            case "appointment-book" ->
                context.set("appointments", SyntheticPatient.bundle("collection", List.of(appointment())));
            case "problem-list-item-create" ->
                context.set("conditions", SyntheticPatient.bundle("collection", List.of(patient.first("Condition"))));
            case "allergyintolerance-create" -> context.set("allergyIntolerance", patient.first("AllergyIntolerance"));
            default -> null;
        };
    }

    private static ArrayNode selections(ObjectNode context) {
        return context.withArray("selections");
    }

    private ObjectNode drafts(ObjectNode context, String field) {
        return context.set(field, SyntheticPatient.bundle("collection", patient.drafts()));
    }

    private ObjectNode dispatch(ObjectNode context) {
        patient.drafts().forEach(each -> context.withArray("dispatchedOrders").add(reference(each)));
        return context.put("performer", "Practitioner/" + SyntheticPatient.PRACTITIONER);
    }

    private JsonNode appointment() {
        ObjectNode appointment = JSON.createObjectNode().put("resourceType", "Appointment");
        appointment.put("id", "conformance-appointment").put("status", "proposed");
        ObjectNode participant = appointment.putArray("participant").addObject();
        participant.putObject("actor").put("reference", "Patient/" + patient.id("Patient"));
        participant.put("status", "needs-action");
        return appointment;
    }

    private static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }
}
