package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one resource of one type, field by field in any order. One instance reads one resource. FHIR R4, R4B and R5 are read
 * alike: each element is known under the names and in the shapes that it has in any of them.
 */
abstract class ResourceReader implements ResourceObject.Fields {

    private String resourceType = "";
    private @Nullable String id;
    private @Nullable String lastUpdated;
    private @Nullable String versionId;
    private boolean metaSeen;

    /** Returns a reader for this type, or null for a type that Nextline does not use. */
    static @Nullable ResourceReader of(String resourceType) {
        ResourceReader reader = forType(resourceType);
        if (reader != null) {
            reader.resourceType = resourceType;
        }
        return reader;
    }

    private static @Nullable ResourceReader forType(String resourceType) {
        return switch (resourceType) {
            case "Patient" -> new PatientReader();
            case "Condition" -> new ConditionReader();
            case "MedicationRequest" -> new MedicationRequestReader();
            case "MedicationAdministration" -> new MedicationAdministrationReader();
            case "MedicationStatement", "MedicationUsage" -> new MedicationStatementReader();
            case "MedicationDispense" -> new MedicationDispenseReader();
            case "Medication" -> new MedicationReader();
            case "Observation" -> new ObservationReader();
            case "Procedure" -> new ProcedureReader();
            case "ServiceRequest" -> new ServiceRequestReader();
            case "DiagnosticReport" -> new DiagnosticReportReader();
            case "Encounter" -> new EncounterReader();
            case "CarePlan", "RequestGroup", "RequestOrchestration" -> new PlanReader();
            default -> null;
        };
    }

    /** Returns the resource that was read, under a header from {@link #header}. */
    abstract Resource resource(ResourceHeader header);

    /** Reads the elements that every resource has and passes over all others. */
    final void common(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "id" -> id = in.ownText(id);
            case "meta" -> meta(in);
            case "resourceType" -> throw in.setAside(ReadIssue.Kind.DUPLICATE_FIELD);
            case "modifierExtension" -> modifierExtension(in);
            default -> in.skip();
        }
    }

    private void meta(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, metaSeen ? this : null)) {
            return;
        }
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "lastUpdated" -> lastUpdated = in.ownText(lastUpdated);
                case "versionId" -> versionId = version(in);
                default -> in.skip();
            }
        }
        metaSeen = lastUpdated != null || versionId != null;
    }

    // Some senders write it as a number; that must not cost the entry.
    private @Nullable String version(DatatypeReader in) throws IOException {
        if (in.at(JsonToken.VALUE_NUMBER_INT) || in.at(JsonToken.VALUE_NUMBER_FLOAT)) {
            in.skip();
            return versionId;
        }
        return in.text(versionId);
    }

    /** Sets the entry aside for a modifier extension: none is known, and any may turn the meaning around. */
    static void modifierExtension(DatatypeReader in) throws IOException {
        if (in.at(JsonToken.VALUE_NULL)) {
            return;
        }
        if (in.at(JsonToken.START_ARRAY) && !in.nextElement()) {
            return;
        }
        throw in.setAside(ReadIssue.Kind.MODIFIER_EXTENSION);
    }

    final @Nullable String id() {
        return id;
    }

    final String resourceType() {
        return resourceType;
    }

    final ResourceHeader header(@Nullable String fullUrl) {
        return new ResourceHeader(resourceType, id, fullUrl, lastUpdated, versionId);
    }
}
