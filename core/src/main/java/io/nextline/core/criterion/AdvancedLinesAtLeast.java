package io.nextline.core.criterion;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TreatmentSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the patient had at least this many lines of therapy for advanced disease? Unknown where the count is a range on both sides of it.
 *
 * @param count how many
 */
public record AdvancedLinesAtLeast(int count) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        CountRange lines = facts.therapy().count().advanced();
        String counted = "lines for advanced disease on record: " + lines.words();
        if (lines.fewest() >= count) {
            return Evaluation.of(true, counted, provenance(facts));
        }
        if (lines.most() >= count) {
            return Evaluation.unknown(counted + ", depending on " + openPoint(facts), gap(facts));
        }
        return Received.absence(facts, counted, "an earlier line", false);
    }

    private static List<Provenance> provenance(PatientFacts facts) {
        List<Provenance> entries = new ArrayList<>();
        for (LineOfTherapy line : facts.therapy().lines()) {
            if (line.isAdvanced()) {
                entries.addAll(line.provenance());
            }
        }
        return entries;
    }

    private static boolean isSettingOpen(PatientFacts facts) {
        for (LineOfTherapy line : facts.therapy().lines()) {
            if (line.setting() == TreatmentSetting.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private static String openPoint(PatientFacts facts) {
        return isSettingOpen(facts)
                ? "the setting of a line that is not known"
                : "dates that are missing to count them";
    }

    private static Gap gap(PatientFacts facts) {
        return isSettingOpen(facts)
                ? new Gap(MissingFact.THERAPY_SETTING, "whether each line was adjuvant or for advanced disease")
                : new Gap(MissingFact.THERAPY_HISTORY, "the dates of every line of therapy");
    }
}
