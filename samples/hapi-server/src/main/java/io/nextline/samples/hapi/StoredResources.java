package io.nextline.samples.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Resources of one type, read by id and searched by patient. */
final class StoredResources implements IResourceProvider {

    private final Class<? extends IBaseResource> type;
    private final List<Resource> stored;

    StoredResources(FhirContext context, String type, List<Resource> stored) {
        this.type = context.getResourceDefinition(type).getImplementingClass();
        this.stored = List.copyOf(stored);
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    /** Reads one. */
    @Read
    public IBaseResource read(@IdParam IdType id) {
        return find(stored, id);
    }

    /** Searches. */
    @Search
    public List<IBaseResource> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "_id") @Nullable TokenOrListParam ids) {
        Set<String> wanted = ids == null ? Set.of() : codes(ids);
        return stored.stream()
                .filter(resource -> patient == null || isAbout(resource, patient))
                .filter(resource -> ids == null || wanted.contains(resource.getIdPart()))
                .map(IBaseResource.class::cast)
                .toList();
    }

    static Resource find(List<Resource> stored, IdType id) {
        return stored.stream()
                .filter(resource -> resource.getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("there is no such resource"));
    }

    static Set<String> codes(TokenOrListParam tokens) {
        return tokens.getValuesAsQueryTokens().stream()
                .map(token -> token.getValue())
                .collect(Collectors.toSet());
    }

    static boolean isAbout(Resource resource, ReferenceParam patient) {
        Property subject = resource.getNamedProperty("subject");
        return subject != null
                && subject.getValues().stream()
                        .anyMatch(each -> each instanceof Reference reference
                                && reference.getReferenceElement().hasIdPart()
                                && reference.getReferenceElement().getIdPart().equals(patient.getIdPart()));
    }
}
