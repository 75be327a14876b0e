package io.nextline.samples.cli.explain;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Stage;
import io.nextline.core.fhir.FhirDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient's facts in a few words: cancer, lines of therapy, progression. */
public final class Conclusion {

    private Conclusion() {}

    /** Returns one paragraph. */
    public static String of(PatientFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(disease(facts));
        for (LineOfTherapy line : facts.therapy().lines()) {
            parts.add(line(line));
        }
        LineOfTherapy latest = facts.therapy().latest();
        if (latest != null) {
            parts.add("progression on or after the latest: " + Facts.grade(latest.progression()));
        }
        return String.join("; ", parts) + ".";
    }

    private static String disease(PatientFacts facts) {
        Diagnosis diagnosis = facts.diagnosis();
        String histology = diagnosis.histology().orNull();
        Stage stage = facts.stage().orNull();
        return diagnosis.publishedType().display()
                + (histology == null ? "" : ", " + histology.replace('-', ' '))
                + (stage == null ? "" : ", " + stage.id().replace('-', ' '));
    }

    private static String line(LineOfTherapy line) {
        String label =
                line.isAdvanced() ? "line " + Lines.label(line) : line.setting().id() + " therapy";
        return label + " " + Lines.drugs(line) + " " + month(line.start(), "undated") + " to "
                + month(line.end(), "now") + " (" + line.endReason().id() + ")";
    }

    private static String month(@Nullable FhirDate date, String without) {
        return date == null
                ? without
                : date.text().substring(0, Math.min(7, date.text().length()));
    }
}
