package io.nextline.core.fhir;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MedicationAdministration}. */
final class MedicationAdministrationReader extends MedicationUseReader {

    private @Nullable Period occurrence;

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            // "occurence" is how R5 spells it.
            case "effectiveDateTime", "occurenceDateTime", "occurrenceDateTime" -> occurrence = in.moment(occurrence);
            case "effectivePeriod", "occurencePeriod", "occurrencePeriod" -> occurrence = in.period(occurrence);
            default -> use(name, in);
        }
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new MedicationAdministration(
                header, status, statusReason, content(), subject, occurrence, category, reasonCode, extension);
    }
}
