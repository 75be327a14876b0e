package io.nextline.core.fhir;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Plan}. */
final class PlanReader extends ResourceReader {

    private @Nullable String status;
    private @Nullable String intent;
    private @Nullable Reference subject;

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "intent" -> intent = in.text(intent);
            case "subject" -> subject = in.reference(subject);
            default -> common(name, in);
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Plan(header, status, intent, subject);
    }
}
