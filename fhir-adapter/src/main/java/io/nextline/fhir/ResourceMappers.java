package io.nextline.fhir;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mapper of each resource type that Nextline uses. */
final class ResourceMappers {

    private static final Map<String, ResourceMapper<?>> BY_TYPE = Map.ofEntries(
            Map.entry("Patient", new PatientMapper()),
            Map.entry("Condition", new ConditionMapper()),
            Map.entry("MedicationRequest", new MedicationRequestMapper()),
            Map.entry("MedicationAdministration", new MedicationAdministrationMapper()),
            Map.entry("MedicationStatement", new MedicationStatementMapper()),
            Map.entry("MedicationDispense", new MedicationDispenseMapper()),
            Map.entry("Medication", new MedicationMapper()),
            Map.entry("Observation", new ObservationMapper()),
            Map.entry("Procedure", new ProcedureMapper()),
            Map.entry("ServiceRequest", new ServiceRequestMapper()),
            Map.entry("DiagnosticReport", new DiagnosticReportMapper()),
            Map.entry("Encounter", new EncounterMapper()),
            Map.entry("CarePlan", new CarePlanMapper()),
            Map.entry("RequestGroup", new RequestGroupMapper()));

    private static final Set<String> ELEMENTS = allElements();

    private ResourceMappers() {}

    /** Returns the mapper for a type; null for a type that Nextline does not use. */
    static @Nullable ResourceMapper<?> of(String resourceType) {
        return BY_TYPE.get(resourceType);
    }

    /** Returns whether a resource of any of the types has an element of this name that is read. */
    static boolean anyReads(String element) {
        return ELEMENTS.contains(element);
    }

    private static Set<String> allElements() {
        Set<String> all = new HashSet<>();
        BY_TYPE.values().forEach(mapper -> all.addAll(mapper.elements()));
        return Set.copyOf(all);
    }
}
