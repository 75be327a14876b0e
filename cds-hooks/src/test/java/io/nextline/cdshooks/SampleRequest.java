package io.nextline.cdshooks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** CDS Hooks requests, put together from JSON texts. */
public final class SampleRequest {

    public static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"1960-02-03\"}";
    public static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    public static final String FAILED = "{\"resourceType\":\"OperationOutcome\",\"issue\":"
            + "[{\"severity\":\"error\",\"code\":\"exception\",\"diagnostics\":\"secret of the server\"}]}";
    public static final String CONDITION = "{\"resourceType\":\"Condition\",\"id\":\"c1\",\"code\":{\"coding\":"
            + "[{\"system\":\"http://snomed.info/sct\",\"code\":\"254915003\"}]},\"subject\":{\"reference\":\"Patient/p1\"}}";
    public static final String DRAFT = "{\"resourceType\":\"MedicationRequest\",\"id\":\"d1\",\"status\":\"draft\","
            + "\"intent\":\"order\",\"medicationCodeableConcept\":{\"text\":\"atezolizumab\"},"
            + "\"subject\":{\"reference\":\"Patient/p1\"}}";

    private final Map<String, String> top = new LinkedHashMap<>();
    private final Map<String, String> context = new LinkedHashMap<>();
    private final Map<String, String> prefetch = new LinkedHashMap<>();

    private SampleRequest() {}

    /** Returns a complete request of the hook, without drafts where the hook has none. */
    public static SampleRequest of(String hook) {
        SampleRequest request = new SampleRequest();
        request.top.put("hook", "\"" + hook + "\"");
        request.top.put("hookInstance", "\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\"");
        request.context.put("userId", "\"Practitioner/u1\"");
        request.context.put("patientId", "\"p1\"");
        if (!hook.equals("patient-view")) {
            request.context.put("draftOrders", bundle(DRAFT));
        }
        request.prefetch.put("patient", PATIENT);
        request.prefetch.put("conditions", bundle(CONDITION));
        request.prefetch.put("medications", EMPTY);
        return request;
    }

    public static SampleRequest patientView() {
        return of("patient-view");
    }

    public static String bundle(String... resources) {
        StringBuilder entries = new StringBuilder();
        for (String resource : resources) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"resource\":")
                    .append(resource)
                    .append('}');
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}";
    }

    /** Returns a first page: a Bundle with a link to the next one. */
    public static String page(String resource) {
        return bundle(resource)
                .replace("\"entry\"", "\"link\":[{\"relation\":\"next\",\"url\":\"https://x.example/2\"}],\"entry\"");
    }

    /** Sets a field of the request to a JSON value; null leaves it out. */
    public SampleRequest top(String field, String json) {
        return set(top, field, json);
    }

    /** Sets a field of the context to a JSON value; null leaves it out. */
    public SampleRequest context(String field, String json) {
        return set(context, field, json);
    }

    /** Sets a prefetch key to a JSON value; null leaves it out. */
    public SampleRequest prefetch(String key, String json) {
        return set(prefetch, key, json);
    }

    private SampleRequest set(Map<String, String> fields, String field, String json) {
        if (json == null) {
            fields.remove(field);
        } else {
            fields.put(field, json);
        }
        return this;
    }

    public String json() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("context", object(context));
        all.put("prefetch", object(prefetch));
        all.putAll(top);
        all.values().removeIf(""::equals);
        return object(all);
    }

    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    private static String object(Map<String, String> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }
}
