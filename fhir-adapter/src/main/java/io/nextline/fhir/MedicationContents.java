package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.Reference;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads {@code medication[x]} with everything in the same resource that may name the drug. */
final class MedicationContents {

    /** The local id of a Medication that is attached to the reference as an object and has none of its own. */
    private static final String UNNAMED = "medication";

    private MedicationContents() {}

    static MedicationContent of(DomainResource use, @Nullable Type medication, Dosages dosages, Elements in) {
        CodeableConcept concept =
                medication instanceof org.hl7.fhir.r4.model.CodeableConcept coded ? Datatypes.concept(coded) : null;
        org.hl7.fhir.r4.model.Reference target =
                medication instanceof org.hl7.fhir.r4.model.Reference reference ? reference : null;
        List<Medication> contained = contained(use, in);
        Medication attached = target == null ? null : attached(target, in);
        if (attached != null) {
            contained.add(attached);
        }
        return new MedicationContent(concept, reference(target, attached), contained, dosages.text(), dosages.route());
    }

    // Every contained resource of a type that is used is read: one that must not be read takes the whole with it.
    static List<Medication> contained(DomainResource use, Elements in) {
        List<Medication> medications = new ArrayList<>(0);
        if (use.hasContained()) {
            for (Resource each : use.getContained()) {
                if (map(each, in) instanceof Medication medication) {
                    medications.add(medication);
                }
            }
        }
        return medications;
    }

    private static io.nextline.core.fhir.@Nullable Resource map(Resource resource, Elements in) {
        ResourceMapper<?> mapper = ResourceMappers.of(resource.fhirType());
        return mapper == null ? null : mapper.map(resource, Headers.contained(resource), in.within("contained"));
    }

    // A reference that was made from a Medication object and has no literal: HAPI would write the object as contained.
    private static @Nullable Medication attached(org.hl7.fhir.r4.model.Reference reference, Elements in) {
        boolean literal = reference.hasReferenceElement();
        if (literal || !(reference.getResource() instanceof org.hl7.fhir.r4.model.Medication medication)) {
            return null;
        }
        return map(medication, in) instanceof Medication read ? named(read) : null;
    }

    private static Medication named(Medication read) {
        return read.header().id() != null
                ? read
                : new Medication(
                        Headers.contained("Medication", UNNAMED),
                        read.status(),
                        read.code(),
                        read.ingredient(),
                        read.contained());
    }

    private static @Nullable Reference reference(
            org.hl7.fhir.r4.model.@Nullable Reference source, @Nullable Medication attached) {
        Reference read = source == null ? null : Datatypes.reference(source);
        if (attached == null) {
            return read;
        }
        String literal = "#" + attached.header().id();
        return read == null ? new Reference(literal, null, null) : new Reference(literal, read.type(), read.display());
    }
}
