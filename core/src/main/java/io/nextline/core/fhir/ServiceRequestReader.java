package io.nextline.core.fhir;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ServiceRequest}. */
final class ServiceRequestReader extends ResourceReader {

    private @Nullable String status;
    private @Nullable String intent;
    private @Nullable Boolean doNotPerform;
    private CodeableReference code = CodeableReference.NONE;
    private @Nullable Reference subject;
    private List<CodeableConcept> bodySite = List.of();
    private @Nullable FhirDate authoredOn;
    private List<Reference> basedOn = List.of();
    private List<Reference> supportingInfo = List.of();
    private List<Extension> extension = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "intent" -> intent = in.text(intent);
            case "doNotPerform" -> doNotPerform = in.flag(doNotPerform);
            case "code" -> code = CodeableReference.read(in, code);
            case "subject" -> subject = in.reference(subject);
            case "bodySite" -> bodySite = in.concepts(bodySite);
            case "authoredOn" -> authoredOn = in.date(authoredOn);
            case "basedOn" -> basedOn = in.references(basedOn);
            case "supportingInfo" -> supportingInfo = CodeableReference.references(in, supportingInfo);
            case "extension" -> extension = ExtensionReader.list(in, extension);
            default -> common(name, in);
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new ServiceRequest(
                header,
                status,
                intent,
                doNotPerform,
                code.concept(),
                subject,
                bodySite,
                authoredOn,
                basedOn,
                supportingInfo,
                extension);
    }
}
