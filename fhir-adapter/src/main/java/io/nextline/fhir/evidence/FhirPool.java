package io.nextline.fhir.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.JsonTree;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The resources of the files that are read, by their references. Not thread-safe. */
final class FhirPool {
    private static final JsonTree TREES = new JsonTree();

    private final SortedMap<String, JsonNode> resources = new TreeMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final List<Problem> problems;

    FhirPool(Map<String, byte[]> contents, List<Problem> problems) {
        this.problems = problems;
        new TreeMap<>(contents).forEach(this::read);
    }

    private void read(String file, byte[] json) {
        try {
            add(file, TREES.read(json));
        } catch (JsonProcessingException e) {
            problems.add(new Problem(file, "$", "is not readable JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(new Problem(file, "$", "is not readable text; save it as UTF-8"));
        }
    }

    private void add(String file, JsonNode resource) {
        String type = resource.path("resourceType").asText();
        if (type.equals("Bundle")) {
            resource.path("entry").forEach(entry -> add(file, entry.path("resource")));
            return;
        }
        String id = resource.path("id").asText();
        if (type.isEmpty() || id.isEmpty()) {
            problems.add(new Problem(file, "$", "holds something without resourceType or id; give it both"));
            return;
        }
        JsonNode before = resources.put(type + "/" + id, resource);
        if (before != null && !before.equals(resource)) {
            problems.add(new Problem(file, type + "/" + id, "is there twice, and not the same; keep one"));
        }
        files.put(type + "/" + id, file);
    }

    SortedMap<String, JsonNode> resources() {
        return resources;
    }

    /** Returns the file that a resource was read from. */
    String file(String reference) {
        return files.getOrDefault(reference, "");
    }

    /** Returns the resource that a reference names, or none; a name that leads nowhere is a problem of the one that names it. */
    FhirNode resolve(String from, FhirNode reference) {
        String name = reference.text("reference");
        if (name == null) {
            return FhirNode.NONE;
        }
        @Nullable JsonNode resource = resources.get(name.replaceFirst("^.*/(?=[A-Za-z]+/[^/]+$)", ""));
        if (resource == null) {
            problems.add(new Problem(file(from), from, "names " + name + ", which is not there; add it"));
            return FhirNode.NONE;
        }
        return new FhirNode(resource);
    }
}
