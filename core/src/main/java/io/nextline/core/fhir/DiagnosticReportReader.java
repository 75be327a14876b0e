package io.nextline.core.fhir;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DiagnosticReport}. */
final class DiagnosticReportReader extends ResourceReader {

    private @Nullable String status;
    private List<CodeableConcept> category = List.of();
    private @Nullable CodeableConcept code;
    private @Nullable Reference subject;
    private @Nullable Period effective;
    private @Nullable String conclusion;
    private List<CodeableConcept> conclusionCode = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "category" -> category = in.concepts(category);
            case "code" -> code = in.concept(code);
            case "subject" -> subject = in.reference(subject);
            case "effectiveDateTime" -> effective = in.moment(effective);
            case "effectivePeriod" -> effective = in.period(effective);
            case "conclusion" -> conclusion = in.ownText(conclusion);
            case "conclusionCode" -> conclusionCode = in.concepts(conclusionCode);
            default -> common(name, in);
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new DiagnosticReport(header, status, category, code, subject, effective, conclusion, conclusionCode);
    }
}
