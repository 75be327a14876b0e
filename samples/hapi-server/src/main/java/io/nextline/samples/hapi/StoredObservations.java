package io.nextline.samples.hapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Observations, which are searched by code and category too. */
final class StoredObservations implements IResourceProvider {

    private final List<Resource> stored;

    StoredObservations(List<Resource> stored) {
        this.stored = List.copyOf(stored);
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return Observation.class;
    }

    /** Reads one. */
    @Read
    public IBaseResource read(@IdParam IdType id) {
        return StoredResources.find(stored, id);
    }

    /** Searches. */
    @Search
    public List<IBaseResource> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "code") @Nullable TokenOrListParam code,
            @OptionalParam(name = "category") @Nullable TokenOrListParam category) {
        return stored.stream()
                .filter(resource -> patient == null || StoredResources.isAbout(resource, patient))
                .filter(resource -> code == null || has(List.of(((Observation) resource).getCode()), code))
                .filter(resource -> category == null || has(((Observation) resource).getCategory(), category))
                .map(IBaseResource.class::cast)
                .toList();
    }

    private static boolean has(List<CodeableConcept> concepts, TokenOrListParam tokens) {
        Set<String> wanted = StoredResources.codes(tokens);
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> wanted.contains(coding.getCode()));
    }
}
