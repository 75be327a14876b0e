package io.nextline.samples.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Resource;

/** A plain HAPI server of R4 that holds resources in memory and pages its answers. */
final class SampleFhirServer extends RestfulServer {

    private static final long serialVersionUID = 1L;

    private static final int SEARCHES_KEPT = 100;
    private static final int PAGE_SIZE = 10;

    private static final List<String> TYPES = List.of(
            "Patient",
            "Condition",
            "MedicationRequest",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationStatement",
            "Medication",
            "Observation",
            "DiagnosticReport",
            "Procedure",
            "Encounter");

    private final transient List<Resource> resources;

    SampleFhirServer(FhirContext context, List<Resource> resources) {
        super(context);
        this.resources = List.copyOf(resources);
    }

    @Override
    protected void initialize() {
        Map<String, List<Resource>> byType = new HashMap<>();
        resources.forEach(resource -> byType.computeIfAbsent(resource.fhirType(), type -> new ArrayList<>())
                .add(resource));
        for (String type : TYPES) {
            List<Resource> stored = byType.getOrDefault(type, List.of());
            registerProvider(
                    type.equals("Observation")
                            ? new StoredObservations(stored)
                            : new StoredResources(getFhirContext(), type, stored));
        }
        setPagingProvider(new FifoMemoryPagingProvider(SEARCHES_KEPT)
                .setDefaultPageSize(PAGE_SIZE)
                .setMaximumPageSize(PAGE_SIZE));
    }
}
