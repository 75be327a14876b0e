package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MedicationRequest}. */
final class MedicationRequestReader extends MedicationUseReader {

    private @Nullable String intent;
    private @Nullable Boolean doNotPerform;
    private @Nullable Boolean reported;
    private @Nullable FhirDate authoredOn;
    private @Nullable Period effectiveDosePeriod;
    private @Nullable Period validityPeriod;
    private List<Reference> basedOn = List.of();
    private List<Reference> supportingInformation = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "intent" -> intent = in.text(intent);
            case "doNotPerform" -> doNotPerform = in.flag(doNotPerform);
            case "reportedBoolean", "reported" -> reported = in.flag(reported);
            case "reportedReference" -> reported = reportedBy(in);
            case "authoredOn" -> authoredOn = in.date(authoredOn);
            case "effectiveDosePeriod" -> effectiveDosePeriod = in.period(effectiveDosePeriod);
            case "dispenseRequest" -> validityPeriod = dispenseRequest(in);
            case "basedOn" -> basedOn = in.references(basedOn);
            case "supportingInformation" -> supportingInformation = in.references(supportingInformation);
            default -> use(name, in);
        }
    }

    // Somebody reported it, whoever it was.
    private @Nullable Boolean reportedBy(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, reported)) {
            return reported;
        }
        return in.reference(null) == null ? null : Boolean.TRUE;
    }

    private @Nullable Period dispenseRequest(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, validityPeriod)) {
            return validityPeriod;
        }
        Period validity = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "validityPeriod" -> validity = in.period(validity);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
        return validity;
    }

    @Override
    Resource resource(ResourceHeader header) {
        Period timing = timing();
        return new MedicationRequest(
                header,
                status,
                statusReason,
                intent,
                doNotPerform,
                reported,
                content(),
                subject,
                authoredOn,
                timing == null ? effectiveDosePeriod : timing,
                validityPeriod,
                category,
                reasonCode,
                basedOn,
                supportingInformation,
                extension);
    }
}
