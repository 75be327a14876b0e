package io.nextline.fhir;

import io.nextline.core.fhir.Procedure;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;

/** Reads a {@link Procedure}. */
final class ProcedureMapper extends ResourceMapper<org.hl7.fhir.r4.model.Procedure> {

    ProcedureMapper() {
        super(
                org.hl7.fhir.r4.model.Procedure.class,
                Set.of(
                        "status",
                        "statusReason",
                        "category",
                        "code",
                        "subject",
                        "performedDateTime",
                        "performedPeriod",
                        "bodySite",
                        "reasonCode",
                        "extension",
                        "modifierExtension"));
    }

    @Override
    Procedure record(org.hl7.fhir.r4.model.Procedure procedure, ResourceHeader header, Elements in) {
        return new Procedure(
                header,
                in.text(procedure.hasStatusElement(), procedure::getStatusElement),
                Datatypes.listOf(Datatypes.concept(procedure.hasStatusReason(), procedure::getStatusReason)),
                Datatypes.listOf(Datatypes.concept(procedure.hasCategory(), procedure::getCategory)),
                Datatypes.concept(procedure.hasCode(), procedure::getCode),
                Datatypes.reference(procedure.hasSubject(), procedure::getSubject),
                Datatypes.time(procedure.getPerformed(), "performed", in),
                Datatypes.concepts(procedure.hasBodySite(), procedure::getBodySite),
                Datatypes.concepts(procedure.hasReasonCode(), procedure::getReasonCode),
                Extensions.of(procedure, in));
    }
}
