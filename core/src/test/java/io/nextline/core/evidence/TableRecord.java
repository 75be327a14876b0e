package io.nextline.core.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The FHIR record of one case: a base Bundle with entries taken away, added and changed, and the orders drafted. */
final class TableRecord {

    private static final RecordReader READER = new RecordReader(ReadLimits.forFiles());

    private final TableShapes shapes;
    private final Map<String, JsonNode> entries = new LinkedHashMap<>();

    TableRecord(TableShapes shapes, JsonNode base, JsonNode tableCase) {
        this.shapes = shapes;
        base.path("entry").forEach(entry -> put(entry.path("resource")));
        tableCase.path("remove").forEach(name -> remove(name.asText()));
        tableCase.path("add").forEach(added -> put(shapes.resource(added)));
        tableCase.path("change").properties().forEach(change -> change(change.getKey(), change.getValue()));
    }

    private void put(JsonNode resource) {
        entries.put(
                resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText(),
                resource);
    }

    /** Removes an entry, or with a star at the end all whose names begin so. A name that fits nothing is a slip of the table. */
    private void remove(String name) {
        boolean removed = name.endsWith("*")
                ? entries.keySet().removeIf(key -> key.startsWith(name.substring(0, name.length() - 1)))
                : entries.remove(name) != null;
        if (!removed) {
            throw new IllegalArgumentException("nothing to remove under " + name);
        }
    }

    private void change(String name, JsonNode patch) {
        JsonNode resource = entries.get(name);
        if (resource == null) {
            throw new IllegalArgumentException("nothing to change under " + name);
        }
        ObjectNode changed = resource.deepCopy();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                changed.remove(field.getKey());
            } else {
                changed.set(field.getKey(), field.getValue());
            }
        });
        entries.put(name, changed);
    }

    /** Returns the record; the areas named as incomplete were not read to their end. */
    PatientRecord record(JsonNode incomplete) {
        RecordBuilder builder = new RecordBuilder();
        Set<RecordArea> partial = new TreeSet<>();
        incomplete.forEach(area -> partial.add(RecordArea.valueOf(area.asText())));
        for (RecordArea area : RecordArea.values()) {
            if (partial.contains(area)) {
                builder.partial(area);
            } else {
                builder.supplied(area);
            }
        }
        entries.values().forEach(resource -> resources(resource).forEach(builder::add));
        return builder.build("p1");
    }

    /** Returns the drafted orders; without named selections all are selected. */
    DraftOrders drafts(JsonNode drafts, @Nullable JsonNode selections) {
        List<Resource> resources = new ArrayList<>();
        drafts.forEach(draft -> resources.addAll(resources(shapes.resource(draft))));
        if (selections == null) {
            return new DraftOrders(resources, null);
        }
        Set<String> selected = new HashSet<>();
        selections.forEach(selection -> selected.add(selection.asText()));
        return new DraftOrders(resources, selected);
    }

    private static List<Resource> resources(JsonNode resource) {
        List<ReadIssue> issues = new ArrayList<>();
        try (JsonParser parser = READER.open(TableShapes.MAPPER.writeValueAsBytes(resource))) {
            parser.nextToken();
            List<Resource> read = READER.readResources(parser, issues);
            if (!issues.isEmpty() || read.isEmpty()) {
                throw new IllegalArgumentException("not readable: " + resource + " " + issues);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
