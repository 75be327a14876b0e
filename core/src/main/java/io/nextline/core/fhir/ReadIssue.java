package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * An entry, or a part of one, that could not be read and was set aside. It never repeats what stood there.
 *
 * @param kind what went wrong
 * @param resourceType the type of the resource, or null if it had none
 * @param id the logical id of the resource, or null if it was not read by then
 * @param element the element at fault in FHIR's dotted form, for example {@code Observation.effectiveDateTime}
 */
public record ReadIssue(
        Kind kind, @Nullable String resourceType, @Nullable String id, String element) {

    /** What went wrong with an entry. */
    public enum Kind {
        /** A value is of the wrong JSON type or shape; the whole entry is set aside. */
        WRONG_SHAPE,
        /** A date is none, or a placeholder such as 1 January 1900; the entry is kept without it. */
        BAD_DATE,
        /** A number is too long, too large or too small to be a measurement. */
        BAD_NUMBER,
        /** The same field stands twice in one object: the entry is set aside. */
        DUPLICATE_FIELD,
        /** A modifier extension that Nextline does not know may turn the meaning around: the entry is set aside. */
        MODIFIER_EXTENSION,
        /** A Bundle entry has no resource type. */
        NO_RESOURCE_TYPE,
        /** The server sent an OperationOutcome in place of data. */
        OPERATION_OUTCOME,
        /** The Bundle has further pages that were not read. */
        FURTHER_PAGES
    }
}
