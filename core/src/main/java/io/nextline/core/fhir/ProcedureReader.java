package io.nextline.core.fhir;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Procedure}. */
final class ProcedureReader extends ResourceReader {

    private @Nullable String status;
    private List<CodeableConcept> statusReason = List.of();
    private List<CodeableConcept> category = List.of();
    private @Nullable CodeableConcept code;
    private @Nullable Reference subject;
    private @Nullable Period performed;
    private List<CodeableConcept> bodySite = List.of();
    private List<CodeableConcept> reasonCode = List.of();
    private List<Extension> extension = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "statusReason" -> statusReason = in.concepts(statusReason);
            case "category" -> category = in.concepts(category);
            case "code" -> code = in.concept(code);
            case "subject" -> subject = in.reference(subject);
            case "performedDateTime", "occurrenceDateTime" -> performed = in.moment(performed);
            case "performedPeriod", "occurrencePeriod" -> performed = in.period(performed);
            case "bodySite" -> bodySite = in.concepts(bodySite);
            case "reasonCode" -> reasonCode = in.concepts(reasonCode);
            case "reason" -> reasonCode = CodeableReference.concepts(in, reasonCode);
            case "extension" -> extension = ExtensionReader.list(in, extension);
            default -> common(name, in);
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Procedure(
                header, status, statusReason, category, code, subject, performed, bodySite, reasonCode, extension);
    }
}
