package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a conclusion comes from.
 *
 * @param reference the resource as {@code Type/id}
 * @param element the element that was read, for example {@code code}
 * @param date the clinical date of the entry, or null if it has none
 * @param basis by what the element was understood, in words of our own (for a drug the code with its system and level, or the
 *     kind of name), or null where that goes without saying
 */
public record Provenance(
        String reference,
        String element,
        @Nullable FhirDate date,
        @Nullable String basis) {

    /** Makes a provenance without a basis. */
    public Provenance(String reference, String element, @Nullable FhirDate date) {
        this(reference, element, date, null);
    }

    /** Orders by date (undated last), then by reference and element, so that equal input gives equal output. */
    public static final Comparator<Provenance> ORDER = Comparator.comparing(
                    Provenance::date,
                    Comparator.nullsLast(
                            Comparator.comparing(FhirDate::earliest).thenComparing(FhirDate::latest)))
            .thenComparing(Provenance::reference)
            .thenComparing(Provenance::element)
            .thenComparing(Provenance::basis, Comparator.nullsLast(Comparator.naturalOrder()));

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Provenance that
                && reference.equals(that.reference)
                && element.equals(that.element)
                && Objects.equals(date, that.date)
                && Objects.equals(basis, that.basis);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reference, element, date);
    }
}
