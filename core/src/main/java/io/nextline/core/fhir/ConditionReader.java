package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Condition}. */
final class ConditionReader extends ResourceReader {

    private @Nullable CodeableConcept clinicalStatus;
    private @Nullable CodeableConcept verificationStatus;
    private List<CodeableConcept> category = List.of();
    private @Nullable CodeableConcept code;
    private List<CodeableConcept> bodySite = List.of();
    private @Nullable Reference subject;
    private @Nullable Period onset;
    private @Nullable Period abatement;
    private @Nullable FhirDate recordedDate;
    private List<Condition.Stage> stage = List.of();
    private List<Extension> extension = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "clinicalStatus" -> clinicalStatus = in.concept(clinicalStatus);
            case "verificationStatus" -> verificationStatus = in.concept(verificationStatus);
            case "category" -> category = in.concepts(category);
            case "code" -> code = in.concept(code);
            case "bodySite" -> bodySite = in.concepts(bodySite);
            case "subject" -> subject = in.reference(subject);
            case "onsetDateTime" -> onset = in.moment(onset);
            case "onsetPeriod" -> onset = in.period(onset);
            case "abatementDateTime" -> abatement = in.moment(abatement);
            case "abatementPeriod" -> abatement = in.period(abatement);
            case "recordedDate" -> recordedDate = in.date(recordedDate);
            case "stage" -> stage = in.list(stage, ConditionReader::stage);
            case "extension" -> extension = ExtensionReader.list(in, extension);
            default -> common(name, in);
        }
    }

    private static Condition.@Nullable Stage stage(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        CodeableConcept summary = null;
        CodeableConcept type = null;
        List<Reference> assessment = List.of();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "summary" -> summary = in.concept(summary);
                case "type" -> type = in.concept(type);
                case "assessment" -> assessment = in.references(assessment);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
        boolean empty = summary == null && type == null && assessment.isEmpty();
        return empty ? null : new Condition.Stage(summary, type, assessment);
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Condition(
                header,
                clinicalStatus,
                verificationStatus,
                category,
                code,
                bodySite,
                subject,
                onset,
                abatement,
                recordedDate,
                stage,
                extension);
    }
}
