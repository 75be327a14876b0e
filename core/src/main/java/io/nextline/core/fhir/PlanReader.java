package io.nextline.core.fhir;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Plan}. */
final class PlanReader extends ResourceReader {

    private @Nullable String status;
    private @Nullable String intent;
    private @Nullable Reference subject;
    private List<Resource> contained = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "intent" -> intent = in.text(intent);
            case "subject" -> subject = in.reference(subject);
            case "contained" -> contained = in.list(contained, PlanReader::contained);
            default -> common(name, in);
        }
    }

    private static @Nullable Resource contained(DatatypeReader in) throws IOException {
        ResourceReader reader = ResourceObject.readContained(in);
        boolean kept = reader instanceof MedicationRequestReader
                || reader instanceof ServiceRequestReader
                || reader instanceof MedicationReader;
        return reader != null && kept ? reader.resource(reader.header(null)) : null;
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Plan(header, status, intent, subject, contained);
    }
}
