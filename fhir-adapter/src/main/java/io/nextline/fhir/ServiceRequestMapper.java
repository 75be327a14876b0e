package io.nextline.fhir;

import io.nextline.core.fhir.ResourceHeader;
import io.nextline.core.fhir.ServiceRequest;
import java.util.Set;

/** Reads a {@link ServiceRequest}. */
final class ServiceRequestMapper extends ResourceMapper<org.hl7.fhir.r4.model.ServiceRequest> {

    ServiceRequestMapper() {
        super(
                org.hl7.fhir.r4.model.ServiceRequest.class,
                Set.of(
                        "status",
                        "intent",
                        "doNotPerform",
                        "code",
                        "subject",
                        "bodySite",
                        "authoredOn",
                        "basedOn",
                        "supportingInfo",
                        "extension",
                        "modifierExtension"));
    }

    @Override
    ServiceRequest record(org.hl7.fhir.r4.model.ServiceRequest request, ResourceHeader header, Elements in) {
        return new ServiceRequest(
                header,
                in.text(request.hasStatusElement(), request::getStatusElement),
                in.text(request.hasIntentElement(), request::getIntentElement),
                in.flag(request.hasDoNotPerformElement(), request::getDoNotPerformElement, "doNotPerform"),
                Datatypes.concept(request.hasCode(), request::getCode),
                Datatypes.reference(request.hasSubject(), request::getSubject),
                Datatypes.concepts(request.hasBodySite(), request::getBodySite),
                in.date(request.hasAuthoredOnElement(), request::getAuthoredOnElement, "authoredOn"),
                Datatypes.references(request.hasBasedOn(), request::getBasedOn),
                Datatypes.references(request.hasSupportingInfo(), request::getSupportingInfo),
                Extensions.of(request, in));
    }
}
