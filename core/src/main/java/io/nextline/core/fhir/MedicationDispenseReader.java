package io.nextline.core.fhir;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MedicationDispense}. */
final class MedicationDispenseReader extends MedicationUseReader {

    private @Nullable Period whenPrepared;
    private @Nullable Period whenHandedOver;

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "whenPrepared" -> whenPrepared = in.moment(whenPrepared);
            case "whenHandedOver" -> whenHandedOver = in.moment(whenHandedOver);
            case "statusReasonCodeableConcept" -> statusReason = in.concepts(statusReason);
            case "notPerformedReason" -> statusReason = CodeableReference.concepts(in, statusReason);
            default -> use(name, in);
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new MedicationDispense(
                header,
                status,
                statusReason,
                content(),
                subject,
                whenHandedOver == null ? whenPrepared : whenHandedOver,
                category,
                extension);
    }
}
