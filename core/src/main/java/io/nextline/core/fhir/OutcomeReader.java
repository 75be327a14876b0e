package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads how grave an OperationOutcome is; its texts are not read. */
final class OutcomeReader implements ResourceObject.Fields {

    private int issues;
    private int information;

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        if (name.equals("issue") && in.at(JsonToken.START_ARRAY)) {
            while (in.nextElement()) {
                issue(in);
            }
        } else {
            in.skip();
        }
    }

    private void issue(DatatypeReader in) throws IOException {
        issues++;
        if (!in.at(JsonToken.START_OBJECT)) {
            in.skip();
            return;
        }
        String severity = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            if (name.equals("severity")) {
                severity = in.text(severity);
            } else {
                in.skip();
            }
        }
        information += isInformation(severity) ? 1 : 0;
    }

    private static boolean isInformation(@Nullable String severity) {
        return "information".equals(severity) || "success".equals(severity);
    }

    /** Returns whether it says of every issue that it has nothing to do with success or failure. */
    boolean isMereInformation() {
        return issues > 0 && information == issues;
    }
}
