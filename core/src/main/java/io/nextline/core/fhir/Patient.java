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
 * @param link what the record says of other Patient resources
 */
public record Patient(
        ResourceHeader header,
        @Nullable FhirDate birthDate,
        @Nullable Boolean deceasedBoolean,
        @Nullable FhirDate deceasedDateTime,
        @Nullable String gender,
        List<Link> link)
        implements Resource {

    /** Copies the links. */
    public Patient {
        link = List.copyOf(link);
    }

    @Override
    public @Nullable Reference subject() {
        return null;
    }

    /**
     * {@code Patient.link}.
     *
     * @param other the other Patient resource
     * @param type replaced-by, replaces, refer, seealso; or null
     */
    public record Link(Reference other, @Nullable String type) {

        /** Returns whether one of the two records was merged into the other, so that both hold one person's data. */
        public boolean isMerge() {
            return isReplacedBy() || "replaces".equals(type);
        }

        /** Returns whether the other record is to be used in place of this one. */
        public boolean isReplacedBy() {
            return "replaced-by".equals(type);
        }
    }
}
