package io.nextline.samples.hapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.samples.privacy.Canary;
import io.nextline.samples.privacy.CanaryPatient;
import io.nextline.samples.privacy.CanaryProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The paths of the plugin, each taken by the patient of canaries. */
final class PluginPaths {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String EVERYTHING = "everything";
    private static final String EVIDENCE = "/fhir/Patient/$evidence";

    private final CanaryProcess process;
    private final URI base;

    PluginPaths(CanaryProcess process, URI base) {
        this.process = process;
        this.base = base;
    }

    void takeAll() throws IOException {
        ofPatient();
        ofBundle();
        badBundles();
        drafts();
        hostile();
        hooks();
        refusedHooks();
    }

    private void ofPatient() throws IOException {
        String patient = "/fhir/Patient/" + Canary.PATIENT_ID.value() + "/$evidence";
        String word = Canary.URL_WORD.value();
        get("parameters", patient, EVERYTHING);
        get("guidance", patient + "?output=bundle", EVERYTHING);
        get("cards", patient + "?output=cards", EVERYTHING);
        get("orders alone", patient, "orders");
        get("forbidden", patient, Canary.ACCESS_TOKEN.value());
        get("forbidden conditions", patient, "no-conditions");
        get("no such patient", "/fhir/Patient/" + word + "/$evidence", EVERYTHING);
        get("odd day", patient + "?asOf=" + word, EVERYTHING);
        get("odd layer", patient + "?layer=" + word, EVERYTHING);
        get("odd output", patient + "?output=" + word, EVERYTHING);
        get("odd id", "/fhir/Patient/" + word + "%20x/$evidence", EVERYTHING);
    }

    private void ofBundle() throws IOException {
        evidence("bundle", with("bundle", CanaryPatient.record()));
        ObjectNode guidance = with("bundle", CanaryPatient.record());
        ((ArrayNode) guidance.get("parameter"))
                .addObject()
                .put("name", "output")
                .put("valueCode", "bundle");
        evidence("bundle's guidance", guidance);
        ObjectNode another = CanaryPatient.record();
        ((ArrayNode) another.get("entry"))
                .addObject()
                .putObject("resource")
                .put("resourceType", "Patient")
                .put("id", Canary.URL_WORD.value());
        evidence("two patients", with("bundle", another));
    }

    private void badBundles() throws IOException {
        String bad = Canary.BAD_VALUE.value();
        evidence("no bundle", with("bundle", (ObjectNode) CanaryPatient.record().at("/entry/0/resource")));
        evidence(
                "nothing read",
                with(
                        "bundle",
                        Http.JSON
                                .createObjectNode()
                                .put("resourceType", "Bundle")
                                .put("id", bad)));
        ObjectNode odd = CanaryPatient.record();
        ((ObjectNode) odd.at("/entry/0/resource"))
                .put("birthDate", bad)
                .put("gender", bad)
                .put("active", bad);
        evidence("odd values", with("bundle", odd));
        ObjectNode strange = CanaryPatient.record();
        ((ObjectNode) strange.at("/entry/0/resource"))
                .put(bad, bad)
                .put("name", bad)
                .putArray("birthDate")
                .add(bad);
        evidence("odd fields", with("bundle", strange));
        ObjectNode type = CanaryPatient.record();
        ((ObjectNode) type.at("/entry/0/resource")).put("resourceType", bad);
        evidence("odd type", with("bundle", type));
        ObjectNode date = with("bundle", CanaryPatient.record());
        ((ArrayNode) date.get("parameter")).addObject().put("name", "asOf").put("valueDate", bad);
        evidence("odd date", date);
        evidence("odd parameter", with(bad, CanaryPatient.record()));
        post(
                "no Parameters",
                EVIDENCE,
                EVERYTHING,
                FHIR_JSON,
                CanaryPatient.record().toString());
    }

    private void drafts() throws IOException {
        String bad = Canary.BAD_VALUE.value();
        ObjectNode draft = Http.JSON
                .createObjectNode()
                .put("resourceType", "MedicationRequest")
                .put("status", bad);
        draft.putObject("subject").put("reference", "Patient/" + Canary.URL_WORD.value());
        draft.putObject("medicationCodeableConcept").put("text", bad);
        ObjectNode call = with("bundle", CanaryPatient.record());
        ((ArrayNode) call.get("parameter"))
                .addObject()
                .put("name", "draftOrder")
                .set("resource", draft);
        evidence("odd draft", call);
        ObjectNode patient = with("bundle", CanaryPatient.record());
        ((ArrayNode) patient.get("parameter"))
                .addObject()
                .put("name", "draftOrder")
                .set("resource", CanaryPatient.record().at("/entry/0/resource"));
        evidence("draft that is no order", patient);
    }

    private void hostile() throws IOException {
        String whole = with("bundle", CanaryPatient.record()).toString();
        String bad = Canary.BAD_VALUE.value();
        post("cut off", EVIDENCE, EVERYTHING, FHIR_JSON, whole.substring(0, whole.length() / 2));
        post("no JSON", EVIDENCE, EVERYTHING, FHIR_JSON, whole.replaceFirst("\"name\"", bad));
        post(
                "field twice",
                EVIDENCE,
                EVERYTHING,
                FHIR_JSON,
                whole.replaceFirst("\"name\"", "\"name\":\"" + bad + "\",\"name\""));
        post(
                "huge number",
                EVIDENCE,
                EVERYTHING,
                FHIR_JSON,
                whole.replaceFirst("\\{", "{\"" + bad + "\":1e1000000000,"));
        post("no type", EVIDENCE, EVERYTHING, "text/" + Canary.URL_WORD.value(), whole);
        post(
                "not XML",
                EVIDENCE,
                EVERYTHING,
                "application/fhir+xml",
                "<Parameters><" + Canary.URL_WORD.value() + "></x>");
        post(
                "odd XML",
                EVIDENCE,
                EVERYTHING,
                "application/fhir+xml",
                "<" + Canary.URL_WORD.value() + " xmlns=\"http://hl7.org/fhir\"/>");
        post(
                "document type",
                EVIDENCE,
                EVERYTHING,
                "application/fhir+xml",
                "<!DOCTYPE x [<!ENTITY a \"" + bad + "\">]><Parameters xmlns=\"http://hl7.org/fhir\"/>");
        post("forbidden bundle", EVIDENCE, Canary.ACCESS_TOKEN.value(), FHIR_JSON, whole);
    }

    private void hooks() throws IOException {
        ObjectNode call = call(base.toString());
        ((ObjectNode) call.get("fhirAuthorization")).put("access_token", EVERYTHING);
        call.remove("prefetch");
        hook("hook", call);
        ObjectNode sent = call(base.toString());
        sent.remove("fhirAuthorization");
        hook("hook with data", sent);
    }

    private void refusedHooks() throws IOException {
        ObjectNode forbidden = call(base.toString());
        forbidden.remove("prefetch");
        hook("forbidden hook", forbidden);
        ObjectNode elsewhere = call("https://" + Canary.HOST.value() + "/fhir");
        elsewhere.remove("prefetch");
        hook("hook of another server", elsewhere);
        ObjectNode other = call(base.toString());
        ((ObjectNode) other.get("context")).put("patientId", "another");
        hook("hook on another patient", other);
        ObjectNode unknown = call(base.toString());
        unknown.remove("prefetch");
        ((ObjectNode) unknown.get("fhirAuthorization")).put("access_token", EVERYTHING);
        ((ObjectNode) unknown.get("context")).put("patientId", Canary.URL_WORD.value());
        hook("hook on nobody", unknown);
        String whole = call(base.toString()).toString();
        post("hook cut off", hookPath(), "", "application/json", whole.substring(0, whole.length() / 2));
    }

    private static ObjectNode call(String fhirServer) {
        ObjectNode call = CanaryPatient.request(fhirServer);
        ((ObjectNode) call.get("fhirAuthorization")).put("scope", "patient/*.rs");
        return call;
    }

    private static String hookPath() {
        return "/nextline/cds-services/nextline-order-sign";
    }

    private void hook(String path, ObjectNode call) throws IOException {
        post(path, hookPath(), "", "application/json", call.toString());
    }

    private static ObjectNode with(String name, ObjectNode resource) {
        ObjectNode parameters = Http.JSON.createObjectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", name).set("resource", resource);
        return parameters;
    }

    private void evidence(String path, ObjectNode parameters) throws IOException {
        post(path, EVIDENCE, EVERYTHING, FHIR_JSON, parameters.toString());
    }

    private void get(String path, String of, String token) throws IOException {
        process.send(path, base.getPort(), "GET " + of + " HTTP/1.1" + headers(token) + "\r\n\r\n", new byte[0]);
    }

    private void post(String path, String to, String token, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + to + " HTTP/1.1" + headers(token) + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        process.send(path, base.getPort(), head, bytes);
    }

    private String headers(String token) {
        return "\r\nHost: 127.0.0.1:" + base.getPort() + "\r\nConnection: close\r\nX-Odd: " + Canary.HEADER.value()
                + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token);
    }
}
