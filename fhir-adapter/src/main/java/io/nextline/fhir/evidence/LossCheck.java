package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.JsonTree;
import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a trial that was read to the resources that it was read from: written again, it must give the same. So no figure, note or
 * rating that a trial file cannot keep goes missing without a word, and no text contradicts the numbers beside it.
 *
 * @param pool what was read
 * @param problems where to add what would be lost
 */
record LossCheck(FhirPool pool, List<Problem> problems) {
    /** What servers and versions change. */
    private static final Set<String> FREE = Set.of("meta", "text", "version", "publisher", "language", "implicitRules");

    /** Returns the references of the resources that the trial is written as. */
    Set<String> check(Trial trial) {
        Metadata metadata = new Metadata("", FhirVersion.R5, new OwnCodes());
        Set<String> references = new HashSet<>();
        for (FhirObject each : EvidenceExport.trial(metadata, trial)) {
            FhirResource written = new FhirResource(each.tree());
            references.add(written.reference());
            JsonNode read = pool.resources().get(written.reference());
            if (read == null) {
                add(written.reference(), "", "is not there; its id must be this one");
            } else {
                resource(written, read);
            }
        }
        return references;
    }

    private void resource(FhirResource written, JsonNode read) {
        // Compared as it would be read, so that numbers are of the same kind.
        JsonNode again = parsed(written);
        for (String field : names(again, read)) {
            if (!FREE.contains(field)) {
                compare(written.reference(), field, again.path(field), read.path(field));
            }
        }
    }

    private static JsonNode parsed(FhirResource written) {
        try {
            return new JsonTree().read(written.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException("what was just written can be read", impossible);
        }
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void compare(String reference, String path, JsonNode written, JsonNode read) {
        if (written.isObject() && read.isObject()) {
            names(written, read)
                    .forEach(name -> compare(reference, path + "." + name, written.path(name), read.path(name)));
        } else if (written.isArray() && read.isArray()) {
            for (int i = 0; i < Math.max(written.size(), read.size()); i++) {
                compare(reference, path + "[" + i + "]", written.path(i), read.path(i));
            }
        } else if (!written.equals(read)) {
            add(reference, path, differs(written, read));
        }
    }

    private static String differs(JsonNode written, JsonNode read) {
        if (written.isMissingNode()) {
            return "cannot be kept in a trial file; take it out, or put it into an element that the export uses";
        }
        String expected = written.isValueNode() ? written.toString() : "what the export writes there";
        return (read.isMissingNode() ? "is missing; it needs " : "does not fit the rest; it needs ") + expected;
    }

    private void add(String reference, String path, String message) {
        problems.add(new Problem(pool.file(reference), (reference + " " + path).strip(), message));
    }
}
