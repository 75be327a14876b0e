package io.nextline.fhir;

import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;

/** Reads a RequestGroup as a {@link Plan}. */
final class RequestGroupMapper extends ResourceMapper<org.hl7.fhir.r4.model.RequestGroup> {

    RequestGroupMapper() {
        super(org.hl7.fhir.r4.model.RequestGroup.class, Set.of("status", "intent", "subject", "modifierExtension"));
    }

    @Override
    Plan record(org.hl7.fhir.r4.model.RequestGroup group, ResourceHeader header, Elements in) {
        return new Plan(
                header,
                in.text(group.hasStatusElement(), group::getStatusElement),
                in.text(group.hasIntentElement(), group::getIntentElement),
                Datatypes.reference(group.hasSubject(), group::getSubject));
    }
}
