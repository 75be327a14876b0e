package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.TreatmentSetting;
import java.util.List;

/**
 * Has the patient had at least this many lines of therapy for advanced disease?
 *
 * @param count how many
 */
public record AdvancedLinesAtLeast(int count) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<LineOfTherapy> lines = facts.therapy().lines();
        long advanced = lines.stream().filter(LineOfTherapy::isAdvanced).count();
        long unclear = lines.stream()
                .filter(line -> line.setting() == TreatmentSetting.UNKNOWN)
                .count();
        String counted = "lines for advanced disease on record: " + advanced;
        if (!facts.therapy().orderKnown()) {
            return Evaluation.unknown(
                    counted + ", but dates are missing to count them",
                    new Gap(MissingFact.THERAPY_HISTORY, "the dates of every line of therapy"));
        }
        if (advanced >= count) {
            return Evaluation.of(
                    true,
                    counted,
                    lines.stream()
                            .filter(LineOfTherapy::isAdvanced)
                            .flatMap(line -> line.provenance().stream())
                            .toList());
        }
        if (advanced + unclear >= count) {
            return Evaluation.unknown(
                    counted + "; the setting of " + unclear + " more is not known",
                    new Gap(MissingFact.THERAPY_SETTING, "whether each line was adjuvant or for advanced disease"));
        }
        return Received.absence(facts, counted, "an earlier line", false);
    }
}
