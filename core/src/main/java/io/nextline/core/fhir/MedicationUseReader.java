package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the elements that every {@link MedicationUse} has under the same names. */
abstract class MedicationUseReader extends ResourceReader {

    private final DosageReader dosage = new DosageReader();
    private @Nullable CodeableConcept medication;
    private @Nullable Reference medicationReference;
    private List<Medication> contained = List.of();
    private @Nullable String rendered;

    @Nullable String status;

    List<CodeableConcept> statusReason = List.of();

    @Nullable Reference subject;

    List<CodeableConcept> category = List.of();
    List<CodeableConcept> reasonCode = List.of();
    List<Extension> extension = List.of();

    /** Reads an element shared by all uses; what is not known goes to {@link #common}. */
    final void use(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "statusReason" -> statusReason = in.concepts(statusReason);
            case "medicationCodeableConcept" -> medication = in.concept(medication);
            case "medicationReference" -> medicationReference = in.reference(medicationReference);
            case "medication" -> medication(in);
            case "contained" -> contained = in.list(contained, MedicationReader::contained);
            case "dosage", "dosageInstruction" -> dosage.readAll(in);
            case "renderedDosageInstruction" -> rendered = in.text(rendered);
            case "subject" -> subject = in.reference(subject);
            case "category" -> category = in.concepts(category);
            case "reasonCode" -> reasonCode = in.concepts(reasonCode);
            case "reason" -> reasonCode = CodeableReference.concepts(in, reasonCode);
            case "extension" -> extension = ExtensionReader.list(in, extension);
            default -> common(name, in);
        }
    }

    // R5 holds both in one element.
    private void medication(DatatypeReader in) throws IOException {
        Object earlier = medication == null ? medicationReference : medication;
        if (in.isAbsent(JsonToken.START_OBJECT, earlier)) {
            return;
        }
        CodeableReference read = CodeableReference.read(in, CodeableReference.NONE);
        medication = read.concept();
        medicationReference = read.reference();
    }

    final MedicationContent content() {
        return new MedicationContent(
                medication, medicationReference, contained, dosage.texts(rendered), dosage.routes());
    }

    /** Returns the time over which to take it as the dosage states it, or null. */
    final @Nullable Period timing() {
        return dosage.timing();
    }
}
