package io.nextline.samples.playground.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.Nextline;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Bundle that is being changed, with what is concluded from it as it stands. Not thread-safe. */
public final class Chart {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode bundle;
    private final Nextline nextline;
    private final LocalDate asOf;
    private final List<Edit> edits = new ArrayList<>();
    private @Nullable PatientRecord record;
    private @Nullable PatientFacts facts;

    /**
     * One edit of one entry.
     *
     * @param verb {@code added}, {@code changed} or {@code removed}
     * @param reference the entry
     * @param what what was done to it
     */
    public record Edit(String verb, String reference, String what) {}

    /**
     * Opens a chart.
     *
     * @param bundle the record, which is changed in place
     * @param nextline concludes from it
     * @param asOf the day of evaluation
     */
    public Chart(ObjectNode bundle, Nextline nextline, LocalDate asOf) {
        this.bundle = bundle;
        this.nextline = nextline;
        this.asOf = asOf;
    }

    /** Returns what was done so far. */
    public List<Edit> edits() {
        return List.copyOf(edits);
    }

    LocalDate asOf() {
        return asOf;
    }

    Nextline nextline() {
        return nextline;
    }

    PatientRecord record() {
        PatientRecord read = record;
        if (read == null) {
            read = new RecordReader(ReadLimits.forRequests()).read(bytes());
            record = read;
        }
        return read;
    }

    PatientFacts facts() {
        PatientFacts derived = facts;
        if (derived == null) {
            derived = nextline.evaluate(record(), asOf).facts();
            facts = derived;
        }
        return derived;
    }

    ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the resource of that reference, or null. */
    @Nullable ObjectNode resource(String reference) {
        for (JsonNode entry : entries()) {
            if (entry.path("resource") instanceof ObjectNode resource && isNamed(resource, reference)) {
                return resource;
            }
        }
        return null;
    }

    void remove(String reference, String what) {
        for (Iterator<JsonNode> each = entries().iterator(); each.hasNext(); ) {
            if (isNamed(each.next().path("resource"), reference)) {
                each.remove();
                edited("removed", reference, what);
            }
        }
    }

    void change(String reference, String what, Consumer<ObjectNode> edit) {
        ObjectNode resource = resource(reference);
        if (resource != null) {
            edit.accept(resource);
            edited("changed", reference, what);
        }
    }

    /** Adds a resource about the patient. */
    void add(ObjectNode resource, String what) {
        String patient = record().patientId();
        if (patient != null) {
            resource.putObject("subject").put("reference", "Patient/" + patient);
        }
        entries().addObject().set("resource", resource);
        String reference = reference(resource);
        edited("added", reference, what);
    }

    void changeBundle(String what, Consumer<ObjectNode> edit) {
        edit.accept(bundle);
        edited("changed", "Bundle", what);
    }

    private ArrayNode entries() {
        return bundle.withArray("entry");
    }

    private void edited(String verb, String reference, String what) {
        edits.add(new Edit(verb, reference, what));
        record = null;
        facts = null;
    }

    private static boolean isNamed(JsonNode resource, String reference) {
        return reference(resource).equals(reference);
    }

    private static String reference(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(bundle);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
    }
}
