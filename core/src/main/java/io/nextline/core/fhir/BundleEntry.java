package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@code Bundle.entry} or {@code Parameters.parameter}, one after the other. */
final class BundleEntry {

    private final RecordReading reading;
    private @Nullable ResourceReader resource;
    private @Nullable String fullUrl;
    private boolean resourceSeen;
    private boolean explained;
    private boolean refused;

    BundleEntry(RecordReading reading) {
        this.reading = reading;
    }

    /** Reads the object at hand to its end. */
    void read(DatatypeReader in) throws IOException {
        resource = null;
        fullUrl = null;
        resourceSeen = false;
        explained = false;
        refused = false;
        int outer = in.enter();
        try {
            for (String name = in.nextField(); name != null; name = in.nextField()) {
                element(name, in);
            }
            conclude();
        } catch (SetAside problem) {
            in.takeBadDates();
            String type = resource == null ? null : resource.resourceType();
            String id = resource == null ? null : resource.id();
            reading.note(problem.kind(), type, id, "Bundle.entry." + problem.element());
        }
        in.exit(outer);
    }

    private void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "fullUrl" -> fullUrl = in.ownText(fullUrl);
            case "resource" -> resource(in);
            case "request" -> {
                explained = true;
                in.skip();
            }
            case "response" -> response(in);
            case "modifierExtension" -> ResourceReader.modifierExtension(in);
            // Parameters only; a parameter holds a value, parts or a resource.
            case "part" -> parts(in);
            case "name" -> {
                explained = true;
                in.skip();
            }
            default -> in.skip();
        }
    }

    private void resource(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, resourceSeen ? this : null)) {
            return;
        }
        resourceSeen = true;
        resource = reading.object(true);
    }

    private void parts(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_ARRAY, null)) {
            return;
        }
        BundleEntry part = new BundleEntry(reading);
        while (in.nextElement()) {
            if (in.at(JsonToken.START_OBJECT)) {
                part.read(in);
            } else {
                in.skip();
            }
        }
    }

    private void response(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return;
        }
        explained = true;
        String status = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            if (name.equals("status")) {
                status = in.text(status);
            } else {
                in.skip();
            }
        }
        refused = status != null && (status.startsWith("4") || status.startsWith("5"));
    }

    private void conclude() {
        if (resource != null) {
            reading.keep(resource, fullUrl);
        } else if (refused) {
            reading.note(ReadIssue.Kind.OPERATION_OUTCOME, null, null, "Bundle.entry.response");
        } else if (!resourceSeen && !explained) {
            reading.note(ReadIssue.Kind.NO_RESOURCE_TYPE, null, null, "Bundle.entry.resource");
        }
    }
}
