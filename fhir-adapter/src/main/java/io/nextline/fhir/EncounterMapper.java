package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Encounter;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;
import org.hl7.fhir.r4.model.Encounter.EncounterHospitalizationComponent;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Encounter}. */
final class EncounterMapper extends ResourceMapper<org.hl7.fhir.r4.model.Encounter> {

    EncounterMapper() {
        super(
                org.hl7.fhir.r4.model.Encounter.class,
                Set.of("status", "subject", "period", "hospitalization", "modifierExtension"));
    }

    @Override
    Encounter record(org.hl7.fhir.r4.model.Encounter encounter, ResourceHeader header, Elements in) {
        return new Encounter(
                header,
                in.text(encounter.hasStatusElement(), encounter::getStatusElement),
                Datatypes.reference(encounter.hasSubject(), encounter::getSubject),
                encounter.hasPeriod() ? Datatypes.period(encounter.getPeriod(), "period", in) : null,
                encounter.hasHospitalization() ? disposition(encounter.getHospitalization(), in) : null);
    }

    private static @Nullable CodeableConcept disposition(EncounterHospitalizationComponent stay, Elements in) {
        in.within("hospitalization").refuseModifiers(stay);
        return Datatypes.concept(stay.hasDischargeDisposition(), stay::getDischargeDisposition);
    }
}
