package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MedicationStatement}. */
final class MedicationStatementReader extends MedicationUseReader {

    private @Nullable Period occurrence;
    private @Nullable FhirDate dateAsserted;
    private List<CodeableConcept> adherence = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "effectiveDateTime" -> occurrence = in.moment(occurrence);
            case "effectivePeriod" -> occurrence = in.period(occurrence);
            case "dateAsserted" -> dateAsserted = in.date(dateAsserted);
            case "adherence" -> adherence = adherence(in);
            default -> use(name, in);
        }
    }

    private List<CodeableConcept> adherence(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, adherence.isEmpty() ? null : adherence)) {
            return adherence;
        }
        CodeableConcept code = null;
        CodeableConcept reason = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "code" -> code = in.concept(code);
                case "reason" -> reason = in.concept(reason);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
        List<CodeableConcept> both = new ArrayList<>(2);
        if (code != null) {
            both.add(code);
        }
        if (reason != null) {
            both.add(reason);
        }
        return both;
    }

    // R5's status says only that it was recorded: whether it is taken, and why not, stands in adherence.
    private List<CodeableConcept> reasons() {
        if (adherence.isEmpty()) {
            return statusReason;
        }
        List<CodeableConcept> all = new ArrayList<>(statusReason);
        all.addAll(adherence);
        return all;
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new MedicationStatement(
                header,
                status,
                reasons(),
                content(),
                subject,
                occurrence,
                dateAsserted,
                category,
                reasonCode,
                extension);
    }
}
