package io.nextline.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.benchmarks.ChartWriter.Area;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/**
 * Generates what is measured: one synthetic patient, as a patient-view request and as a Bundle. The same kind gives the same
 * bytes, on every machine.
 */
public final class BenchmarkBodies {

    private static final long SEED = 20_261_121L;

    private BenchmarkBodies() {}

    /** Returns the id of the patient that the bodies are about. */
    public static String patientId() {
        return Elements.PATIENT_ID;
    }

    /** Returns a patient-view request, UTF-8 JSON, with the chart under the service's prefetch keys. */
    public static byte[] request(BodyKind kind) {
        return written(kind, BenchmarkBodies::request);
    }

    /** Returns a Bundle of type collection with the resources of the request, UTF-8 JSON. */
    public static byte[] bundle(BodyKind kind) {
        return written(kind, BenchmarkBodies::bundle);
    }

    private interface Content {
        void write(JsonGenerator json, ChartWriter chart) throws IOException;
    }

    private static byte[] written(BodyKind kind, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            Elements elements = new Elements(json, new Random(SEED), kind.hasNarratives());
            content.write(json, new ChartWriter(elements, kind.factor()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return out.toByteArray();
    }

    private static void request(JsonGenerator json, ChartWriter chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("hook", "patient-view");
        json.writeStringField("hookInstance", "67c04e66-c06b-4dfc-8d58-e83314dca72a");
        json.writeObjectFieldStart("context");
        json.writeStringField("userId", "Practitioner/LBWE1hzD");
        json.writeStringField("patientId", Elements.PATIENT_ID);
        json.writeEndObject();
        json.writeObjectFieldStart("prefetch");
        json.writeFieldName(PrefetchKey.PATIENT.key());
        chart.patient();
        for (Area area : Area.values()) {
            json.writeFieldName(key(area).key());
            searchset(json, chart, area);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static PrefetchKey key(Area area) {
        return switch (area) {
            case CONDITIONS -> PrefetchKey.CONDITIONS;
            case MEDICATIONS -> PrefetchKey.MEDICATIONS;
            case OBSERVATIONS -> PrefetchKey.OBSERVATIONS;
            case PROCEDURES -> PrefetchKey.PROCEDURES;
        };
    }

    private static void searchset(JsonGenerator json, ChartWriter chart, Area area) throws IOException {
        startBundle(json, "searchset");
        json.writeNumberField("total", chart.rows(area));
        json.writeArrayFieldStart("entry");
        chart.entries(area);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void bundle(JsonGenerator json, ChartWriter chart) throws IOException {
        startBundle(json, "collection");
        json.writeArrayFieldStart("entry");
        json.writeStartObject();
        json.writeStringField("fullUrl", "https://ehr.example.org/r4/Patient/" + Elements.PATIENT_ID);
        json.writeFieldName("resource");
        chart.patient();
        json.writeEndObject();
        for (Area area : Area.values()) {
            chart.entries(area);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void startBundle(JsonGenerator json, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", "Bundle");
        json.writeStringField("type", type);
    }
}
