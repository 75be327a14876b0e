package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Encounter}. */
final class EncounterReader extends ResourceReader {

    private @Nullable String status;
    private @Nullable Reference subject;
    private @Nullable Period period;
    private @Nullable CodeableConcept dischargeDisposition;

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "subject" -> subject = in.reference(subject);
            case "period", "actualPeriod" -> period = in.period(period);
            case "hospitalization", "admission" -> stay(in);
            default -> common(name, in);
        }
    }

    private void stay(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, dischargeDisposition)) {
            return;
        }
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "dischargeDisposition" -> dischargeDisposition = in.concept(dischargeDisposition);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Encounter(header, status, subject, period, dischargeDisposition);
    }
}
