package io.nextline.samples.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.core.Nextline;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A HAPI server with the plugin says of every sample patient what the command line says. */
final class HapiServerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Nextline NEXTLINE = Nextline.load();
    private static final RecordReader READER = new RecordReader(ReadLimits.forRequests());
    private static final ResponseWriter WRITER = new ResponseWriter(new CardRenderer(NEXTLINE.evidence()));
    private static final String FHIR_JSON = "application/fhir+json";
    private static String fhir = "";
    private static String services = "";
    private static HapiServerSample server;

    @BeforeAll
    static void start() throws Exception {
        server = HapiServerSample.start(0, CLOCK);
        fhir = server.fhirBase();
        services = server.cdsServices();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static List<String> patients() {
        return SamplePatients.folders();
    }

    private static JsonNode bundle(String folder) {
        return SamplePatients.json(folder + "/bundle.json");
    }

    private static String id(String folder) {
        for (JsonNode entry : bundle(folder).path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Patient")) {
                return entry.at("/resource/id").asText();
            }
        }
        throw new AssertionError(folder + " has no Patient");
    }

    private static Map<String, String> expected(String folder) throws Exception {
        byte[] json = bundle(folder).toString().getBytes(StandardCharsets.UTF_8);
        PatientRecord record = READER.read(json);
        return Http.statements(Http.JSON.readTree(WRITER.write(NEXTLINE.evaluate(record, DAY), "call")));
    }

    private static ObjectNode parameters() {
        ObjectNode parameters = Http.JSON.createObjectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter");
        return parameters;
    }

    private static ObjectNode parameter(ObjectNode parameters, String name) {
        return ((ArrayNode) parameters.get("parameter")).addObject().put("name", name);
    }

    private static Http.Answer evidence(String idAndQuery) throws Exception {
        return Http.get(fhir + "/Patient/" + idAndQuery, null);
    }

    @Test
    void thereAreManyPatients() {
        assertThat(patients()).hasSizeGreaterThan(55);
    }

    @ParameterizedTest
    @MethodSource("patients")
    void operationSaysWhatTheCommandLineSays(String folder) throws Exception {
        Http.Answer answer = evidence(id(folder) + "/$evidence?output=cards");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statements()).isEqualTo(expected(folder)).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("patients")
    void cdsHooksSaysWhatTheCommandLineSays(String folder) throws Exception {
        Http.Answer answer = Http.post(services + "/nextline-patient-view", "application/json", hook(id(folder), fhir));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.statements()).isEqualTo(expected(folder));
    }

    private static String hook(String patient, String fhirServer) {
        return "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"fhirServer\":\""
                + fhirServer + "\",\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"" + patient + "\"}}";
    }

    // The id of a patient means nothing at another server.
    @Test
    void clientOfAnotherServerIsNotAnsweredFromThisOne() throws Exception {
        String other = hook(id("01-rcc-reference"), "https://other.example.org/fhir");
        Http.Answer answer = Http.post(services + "/nextline-patient-view", "application/json", other);
        assertThat(answer.status()).isEqualTo(412);
    }

    @Test
    void bundleIsAnsweredAsThePatientOfTheServerIs() throws Exception {
        ObjectNode parameters = parameters();
        parameter(parameters, "bundle").set("resource", bundle("01-rcc-reference"));
        parameter(parameters, "output").put("valueCode", "cards");
        Http.Answer answer = Http.post(fhir + "/Patient/$evidence", FHIR_JSON, parameters.toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statements()).isEqualTo(expected("01-rcc-reference"));
    }

    @Test
    void draftedOrderIsWarnedOf() throws Exception {
        ObjectNode parameters = parameters();
        for (String drug : List.of("atezolizumab", "cabozantinib")) {
            ObjectNode draft = parameter(parameters, "draftOrder").putObject("resource");
            draft.put("resourceType", "MedicationRequest")
                    .put("status", "draft")
                    .put("intent", "order");
            draft.putObject("medicationCodeableConcept").put("text", drug);
            draft.putObject("subject").put("reference", "Patient/" + id("01-rcc-reference"));
        }
        String url = fhir + "/Patient/" + id("01-rcc-reference") + "/$evidence";
        JsonNode answer = Http.post(url, FHIR_JSON, parameters.toString()).json();
        assertThat(answer.path("parameter")
                        .get(0)
                        .path("part")
                        .get(0)
                        .path("valueCode")
                        .asText())
                .isEqualTo("warning");
    }

    @Test
    void parametersHoldCardsStatementsAndTheWholeResponse() throws Exception {
        JsonNode answer = evidence(id("01-rcc-reference") + "/$evidence?asOf=2026-11-21&layer=seed")
                .json();
        assertThat(answer.path("resourceType").asText()).isEqualTo("Parameters");
        assertThat(answer.findValuesAsText("name")).contains("card", "statement", "missing", "response");
        assertThat(Http.statements(Http.JSON.readTree(last(answer)))).containsEntry("DS-1", "false");
    }

    private static String last(JsonNode parameters) {
        JsonNode all = parameters.path("parameter");
        return all.get(all.size() - 1).path("valueString").asText();
    }

    @Test
    void bundleOfGuidanceIsADraftProposal() throws Exception {
        JsonNode entries = evidence(id("01-rcc-reference") + "/$evidence?output=bundle")
                .json()
                .path("entry");
        assertThat(entries.at("/0/resource/resourceType").asText()).isEqualTo("GuidanceResponse");
        assertThat(entries.at("/0/resource/result/reference").asText())
                .isEqualTo(entries.at("/1/fullUrl").asText());
        assertThat(entries.at("/1/resource/intent").asText()).isEqualTo("proposal");
        assertThat(entries.at("/1/resource/action")).isNotEmpty();
    }

    @Test
    void unknownPatientIsNotFound() throws Exception {
        Http.Answer answer = evidence("jane-doe-1950/$evidence");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.body()).doesNotContain("jane");
    }

    @Test
    void bundleOfTwoPatientsIsRefusedWithoutNamingThem() throws Exception {
        ObjectNode mixed = bundle("01-rcc-reference").deepCopy();
        ((ArrayNode) mixed.get("entry"))
                .addAll((ArrayNode) bundle("02-rcc-inferred").get("entry"));
        ObjectNode parameters = parameters();
        parameter(parameters, "bundle").set("resource", mixed);
        Http.Answer answer = Http.post(fhir + "/Patient/$evidence", FHIR_JSON, parameters.toString());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(id("01-rcc-reference")).doesNotContain(id("02-rcc-inferred"));
    }

    @Test
    void bundleThatHoldsNothingIsNoPatientWithoutCancer() throws Exception {
        ObjectNode parameters = parameters();
        parameter(parameters, "bundle")
                .putObject("resource")
                .put("resourceType", "Bundle")
                .put("type", "collection");
        Http.Answer answer = Http.post(fhir + "/Patient/$evidence", FHIR_JSON, parameters.toString());
        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2026", "layer=newest", "output=html"})
    void parameterThatIsNoneOfItsValuesIsRefused(String query) throws Exception {
        assertThat(evidence(id("01-rcc-reference") + "/$evidence?" + query).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"x\",\"valueDecimal\":1e1000000000}]}",
                "{\"resourceType\":\"Parameters\",\"id\":\"a\",\"id\":\"b\"}",
                "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><valueDecimal value=\"1e1000000000\"/></parameter></Parameters>",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><Parameters xmlns=\"http://hl7.org/fhir\"/>"
            })
    void hostileBodyIsRefusedBeforeHapiParsesIt(String body) throws Exception {
        String type = body.startsWith("<") ? "application/fhir+xml" : FHIR_JSON;
        assertThat(Http.post(fhir + "/Patient/$evidence", type, body).status()).isEqualTo(400);
    }

    static List<String> curls() throws Exception {
        return Files.readString(Path.of("../../README.md"))
                .lines()
                .filter(line -> line.startsWith("curl ") && line.contains(":8090"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("curls")
    void callOfTheReadmeIsAnsweredWithCards(String curl) throws Exception {
        String here = curl.replace("http://127.0.0.1:8090/fhir", fhir)
                .replace("http://127.0.0.1:8090/nextline/cds-services", services)
                .replace("'", "");
        String url = here.substring(here.lastIndexOf(" http") + 1);
        int data = here.indexOf(" -d ");
        Http.Answer answer = data < 0
                ? Http.get(url, null)
                : Http.post(url, "application/json", here.substring(data + 4, here.length() - url.length()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("CONTACT-03");
    }

    @Test
    void readmeShowsThreeCalls() throws Exception {
        assertThat(curls()).hasSize(3);
    }

    @Test
    void xmlBundleIsAnsweredToo() throws Exception {
        String xml = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"bundle\"/><resource><Bundle>"
                + "<type value=\"collection\"/><entry><resource><Patient><id value=\"p\"/><birthDate value=\"1950-01-01\"/>"
                + "</Patient></resource></entry></Bundle></resource></parameter></Parameters>";
        Http.Answer answer = Http.post(fhir + "/Patient/$evidence", "application/fhir+xml", xml);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("noCardReason");
    }
}
