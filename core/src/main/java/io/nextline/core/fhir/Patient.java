package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Patient: only what the clinical conclusions need. Names, addresses and identifiers are never read.
 *
 * @param header type, id, version stamp
 * @param birthDate the birth date, or null if absent or unreadable
 * @param deceasedBoolean true or false as sent, or null
 * @param deceasedDateTime the date of death, or null
 * @param gender the administrative gender code, or null
 * @param link other Patient resources that are the same person ({@code Patient.link.other})
 */
public record Patient(
        ResourceHeader header,
        @Nullable FhirDate birthDate,
        @Nullable Boolean deceasedBoolean,
        @Nullable FhirDate deceasedDateTime,
        @Nullable String gender,
        List<Reference> link)
        implements Resource {

    /** Copies the links. */
    public Patient {
        link = List.copyOf(link);
    }

    @Override
    public @Nullable Reference subject() {
        return null;
    }
}
