package io.nextline.fhir;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Patient;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Patient}. */
final class PatientMapper extends ResourceMapper<org.hl7.fhir.r4.model.Patient> {

    PatientMapper() {
        super(
                org.hl7.fhir.r4.model.Patient.class,
                Set.of("birthDate", "deceasedBoolean", "deceasedDateTime", "gender", "link", "modifierExtension"));
    }

    @Override
    Patient record(org.hl7.fhir.r4.model.Patient patient, ResourceHeader header, Elements in) {
        Type deceased = patient.getDeceased();
        FhirDate born = in.date(patient.hasBirthDateElement(), patient::getBirthDateElement, "birthDate");
        Boolean dead = deceased instanceof BooleanType flag ? in.flag(flag, "deceasedBoolean") : null;
        FhirDate died = deceased instanceof DateTimeType date ? in.date(date, "deceasedDateTime") : null;
        return new Patient(
                header,
                born,
                dead,
                died,
                in.text(patient.hasGenderElement(), patient::getGenderElement),
                Datatypes.list(patient.hasLink(), patient::getLink, link -> link(link, in.within("link"))));
    }

    private static Patient.@Nullable Link link(org.hl7.fhir.r4.model.Patient.PatientLinkComponent link, Elements in) {
        in.refuseModifiers(link);
        Reference other = Datatypes.reference(link.hasOther(), link::getOther);
        return other == null ? null : new Patient.Link(other, in.text(link.hasTypeElement(), link::getTypeElement));
    }
}
