package io.nextline.samples.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bundled call about a sample patient, with a canary in every place that can identify somebody. */
public final class CanaryPatient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "/io/nextline/samples/requests/order-sign.json";
    private static final Pattern REFERENCE = Pattern.compile("\\b([A-Z][A-Za-z]+)/([A-Za-z0-9.-]+)");

    private CanaryPatient() {}

    /** Returns the call: orders drafted, authorised to read from the given server. */
    public static ObjectNode request(String fhirServer) {
        ObjectNode request = planted();
        ObjectNode context = (ObjectNode) request.get("context");
        context.put("userId", "Practitioner/" + Canary.USER_ID.value());
        context.put("patientId", Canary.PATIENT_ID.value());
        context.put("encounterId", Canary.ENCOUNTER.value());
        request.put("fhirServer", fhirServer);
        request.putObject("extension").put("org.example.word", Canary.EXTENSION.value());
        request.putObject("fhirAuthorization")
                .put("access_token", Canary.ACCESS_TOKEN.value())
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "user/*.read")
                .put("subject", Canary.TOKEN_SUBJECT.value());
        odd((ArrayNode) request.at("/prefetch/observations/entry"));
        return request;
    }

    /** Returns the patient's record as a Bundle, without the entries of the call that cannot be read. */
    public static ObjectNode record() {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode answer : planted().get("prefetch")) {
            if (answer.has("entry")) {
                answer.get("entry").forEach(entries::add);
            } else if (answer.has("resourceType")) {
                entries.addObject().set("resource", answer);
            }
        }
        return bundle;
    }

    private static ObjectNode planted() {
        ObjectNode request = (ObjectNode) read();
        plant(request);
        person((ObjectNode) request.at("/prefetch/patient"));
        return request;
    }

    private static JsonNode read() {
        try (InputStream in = CanaryPatient.class.getResourceAsStream(CALL)) {
            return JSON.readTree(Objects.requireNonNull(in, CALL));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void plant(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name :
                    object.properties().stream().map(field -> field.getKey()).toList()) {
                JsonNode value = object.get(name);
                plant(value);
                if (value instanceof TextNode text) {
                    object.put(name, planted(name, text.textValue(), object));
                }
            }
            if (object.has("resourceType")
                    && !object.path("resourceType").asText().equals("Bundle")) {
                resource(object);
            }
        } else {
            node.forEach(CanaryPatient::plant);
        }
    }

    private static String planted(String name, String text, ObjectNode owner) {
        return switch (name) {
            case "id" -> owner.has("resourceType") ? id(text) : text;
            case "reference" -> references(text);
            case "fullUrl" -> references(text.replaceFirst("//[^/]+/", "//" + Canary.HOST.value() + "/"));
            case "text" -> text + " " + Canary.CONCEPT_TEXT.value();
            case "display" -> text + " " + Canary.DISPLAY.value();
            default -> text;
        };
    }

    private static String id(String id) {
        return id.startsWith("patient-") ? Canary.PATIENT_ID.value() : Canary.RESOURCE_ID.value() + id;
    }

    private static String references(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "/" + id(found.group(2))));
    }

    private static void resource(ObjectNode resource) {
        resource.putObject("text")
                .put("status", "generated")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + Canary.NARRATIVE.value() + "</div>");
        resource.putArray("identifier").addObject().put("value", Canary.RECORD_NUMBER.value());
        resource.putArray("note").addObject().put("text", Canary.NOTE.value());
        resource.putArray("performer").addObject().put("display", Canary.PRACTITIONER.value());
        resource.putObject("encounter").put("reference", "Encounter/" + Canary.ENCOUNTER.value());
        if (resource.get("resourceType").asText().equals("DiagnosticReport")) {
            resource.put("conclusion", Canary.REPORT.value());
            resource.putArray("presentedForm")
                    .addObject()
                    .put("contentType", "text/plain")
                    .put("data", base64(Canary.ATTACHMENT));
        }
    }

    private static String base64(Canary canary) {
        return Base64.getEncoder().encodeToString(canary.value().getBytes(StandardCharsets.UTF_8));
    }

    private static void person(ObjectNode patient) {
        patient.put("birthDate", Canary.BIRTH_DATE.value());
        patient.putArray("name")
                .addObject()
                .put("family", Canary.FAMILY.value())
                .putArray("given")
                .add(Canary.GIVEN.value());
        patient.putArray("telecom").addObject().put("system", "phone").put("value", Canary.PHONE.value());
        patient.withArray("telecom").addObject().put("system", "email").put("value", Canary.MAIL.value());
        patient.putArray("address")
                .addObject()
                .put("city", Canary.CITY.value())
                .putArray("line")
                .add(Canary.STREET.value());
        patient.putArray("contact").addObject().putObject("name").put("text", Canary.CONTACT.value());
        patient.putArray("photo").addObject().put("title", Canary.PHOTO.value()).put("data", base64(Canary.PHOTO));
        patient.putArray("generalPractitioner").addObject().put("display", Canary.PRACTITIONER.value());
        patient.putArray("extension")
                .addObject()
                .put("url", "https://" + Canary.HOST.value() + "/x")
                .put("valueString", Canary.EXTENSION.value());
    }

    /** Adds entries that cannot be read: each is set aside with a reason that must not repeat it. */
    private static void odd(ArrayNode entries) {
        String bad = Canary.BAD_VALUE.value();
        observation(entries, 1).put("effectiveDateTime", bad);
        observation(entries, 2).putObject("status").put("value", bad);
        observation(entries, 3).put("valueQuantity", bad);
        observation(entries, 4)
                .putArray("modifierExtension")
                .addObject()
                .put("url", bad)
                .put("valueString", bad);
        entries.addObject().put("resource", bad);
        entries.addObject().putObject("resource").put("resourceType", bad).put("id", bad);
        entries.add(bad);
    }

    private static ObjectNode observation(ArrayNode entries, int number) {
        ObjectNode observation = entries.addObject().putObject("resource");
        observation.put("resourceType", "Observation").put("id", Canary.RESOURCE_ID.value() + "odd-" + number);
        observation.putObject("code").put("text", Canary.BAD_VALUE.value());
        return observation.put("status", "final");
    }
}
