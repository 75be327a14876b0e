package io.nextline.fhir;

import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;

/** Reads a CarePlan as a {@link Plan}. */
final class CarePlanMapper extends ResourceMapper<org.hl7.fhir.r4.model.CarePlan> {

    CarePlanMapper() {
        super(org.hl7.fhir.r4.model.CarePlan.class, Set.of("status", "intent", "subject", "modifierExtension"));
    }

    @Override
    Plan record(org.hl7.fhir.r4.model.CarePlan plan, ResourceHeader header, Elements in) {
        return new Plan(
                header,
                in.text(plan.hasStatusElement(), plan::getStatusElement),
                in.text(plan.hasIntentElement(), plan::getIntentElement),
                Datatypes.reference(plan.hasSubject(), plan::getSubject));
    }
}
