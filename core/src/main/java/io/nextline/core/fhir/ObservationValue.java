package io.nextline.core.fhir;

/** {@code Observation.value[x]} of the kinds that Nextline reads; any other kind is {@link Other} and yields no conclusion. */
public sealed interface ObservationValue {

    /** {@code valueCodeableConcept}. */
    record Coded(CodeableConcept concept) implements ObservationValue {}

    /** {@code valueQuantity}. */
    record Measured(Quantity quantity) implements ObservationValue {}

    /** {@code valueString}. */
    record Text(String text) implements ObservationValue {}

    /** {@code valueInteger}. */
    record Whole(int number) implements ObservationValue {}

    /** {@code valueBoolean}. */
    record Flag(boolean value) implements ObservationValue {}

    /** {@code valueDateTime}. */
    record Day(FhirDate date) implements ObservationValue {}

    /**
     * A value of another kind, such as a ratio or a range.
     *
     * @param element the element's name, for example {@code valueRatio}
     */
    record Other(String element) implements ObservationValue {}
}
