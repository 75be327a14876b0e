package io.nextline.fhir;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the elements that core reads, under which R4, R4B and R5 know them. What has no name here is passed over before it
 * costs anything: narratives, names, addresses.
 */
final class ReadNames {

    private static final String MEDICATION_USE =
            "status statusReason medicationCodeableConcept medicationReference medication contained"
                    + " dosage dosageInstruction renderedDosageInstruction subject category reasonCode reason extension ";

    private static final String PLAN = "status intent subject contained ";

    /** What each type of resource is read for, beside {@code id}, {@code meta} and modifier extensions. */
    private static final Map<String, Set<String>> BY_TYPE = Map.ofEntries(
            type("Patient", "birthDate deceasedBoolean deceasedDateTime gender link"),
            type(
                    "Condition",
                    "clinicalStatus verificationStatus category code bodySite subject onsetDateTime onsetPeriod"
                            + " abatementDateTime abatementPeriod recordedDate stage extension"),
            type(
                    "MedicationRequest",
                    MEDICATION_USE + "intent doNotPerform reportedBoolean reportedReference reported authoredOn"
                            + " effectiveDosePeriod dispenseRequest basedOn supportingInformation"),
            type(
                    "MedicationAdministration",
                    MEDICATION_USE + "effectiveDateTime effectivePeriod occurenceDateTime occurencePeriod"
                            + " occurrenceDateTime occurrencePeriod"),
            type("MedicationStatement", MEDICATION_USE + "effectiveDateTime effectivePeriod dateAsserted adherence"),
            type(
                    "MedicationDispense",
                    MEDICATION_USE + "whenPrepared whenHandedOver statusReasonCodeableConcept notPerformedReason"),
            type("Medication", "status code ingredient contained"),
            type(
                    "Observation",
                    "status category code subject focus effectiveDateTime effectiveInstant effectivePeriod valueQuantity"
                            + " valueCodeableConcept valueString valueInteger valueBoolean valueDateTime valueRange valueRatio"
                            + " valueSampledData valueTime valuePeriod valueAttachment valueReference dataAbsentReason"
                            + " interpretation bodySite method referenceRange component note"),
            type(
                    "Procedure",
                    "status statusReason category code subject performedDateTime performedPeriod occurrenceDateTime"
                            + " occurrencePeriod bodySite reasonCode reason extension"),
            type(
                    "ServiceRequest",
                    "status intent doNotPerform code subject bodySite authoredOn basedOn supportingInfo extension"),
            type(
                    "DiagnosticReport",
                    "status category code subject effectiveDateTime effectivePeriod conclusion conclusionCode"),
            type("Encounter", "status subject period actualPeriod hospitalization admission"),
            type("CarePlan", PLAN),
            type("RequestGroup", PLAN),
            type("RequestOrchestration", PLAN));

    private static final Set<String> ANY_TYPE =
            BY_TYPE.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** What datatypes and backbone elements are read for, those of Bundles and the like included. */
    private static final Set<String> BELOW = names("assessment boundsPeriod code coding comparator concept"
            + " dischargeDisposition display end event fullUrl high identifier interpretation item itemCodeableConcept"
            + " itemReference lastUpdated low modifierExtension name other part reason reference referenceRange relation"
            + " repeat request resource response route severity start status summary system text timing type unit url"
            + " validityPeriod value valueAttachment valueBoolean valueCode valueCodeableConcept valueCoding valueDate"
            + " valueDateTime valueInteger valuePeriod valueQuantity valueRange valueRatio valueReference valueSampledData"
            + " valueString valueTime versionId");

    /** The one concept whose extensions are read, and theirs: the German base profile has its codings there. */
    private static final String EXTENDED = "dischargeDisposition";

    private static final Set<String> BELOW_EXTENDED =
            Stream.concat(BELOW.stream(), Stream.of("extension")).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Set<String>> WRAPPERS = Map.of(
            "Bundle", names("entry link total"),
            "Parameters", names("parameter"),
            "OperationOutcome", names("issue"));

    private static final Set<String> CONTAINED =
            Stream.concat(ANY_TYPE.stream(), Stream.of("resourceType", "id")).collect(Collectors.toUnmodifiableSet());

    private ReadNames() {}

    private static Map.Entry<String, Set<String>> type(String type, String elements) {
        return Map.entry(type, names(elements + " modifierExtension"));
    }

    private static Set<String> names(String names) {
        return Set.of(names.split(" +"));
    }

    /** Returns whether resources of this type are read into the record. */
    static boolean isRead(String resourceType) {
        return BY_TYPE.containsKey(resourceType);
    }

    /** Returns the elements that are read of a type; null for a type that is not read. */
    static @Nullable Set<String> of(String resourceType) {
        return BY_TYPE.get(resourceType);
    }

    /** Returns the elements that are read of a type or of what wraps resources; null for a type that is neither. */
    static @Nullable Set<String> ofResourceOrWrapper(String resourceType) {
        Set<String> elements = BY_TYPE.get(resourceType);
        return elements == null ? WRAPPERS.get(resourceType) : elements;
    }

    /** Returns whether a resource of any type has an element of this name that is read. */
    static boolean anyReads(String element) {
        return ANY_TYPE.contains(element);
    }

    /** Returns what may be read of a contained resource, whose type is not known from the start. */
    static Set<String> contained() {
        return CONTAINED;
    }

    /** Returns what is read below an element, but for nested extensions. */
    static Set<String> below() {
        return BELOW;
    }

    /** Returns what is read below an element whose nested extensions are read too. */
    static Set<String> belowWithExtensions() {
        return BELOW_EXTENDED;
    }

    /**
     * Returns what is read below an element of a resource, a Bundle or Parameters.
     *
     * @param element the element's name
     * @param around what is read around it
     */
    static Set<String> below(String element, Set<String> around) {
        boolean nested = element.equals(EXTENDED) || (around == BELOW_EXTENDED && element.equals("extension"));
        return nested ? BELOW_EXTENDED : BELOW;
    }
}
