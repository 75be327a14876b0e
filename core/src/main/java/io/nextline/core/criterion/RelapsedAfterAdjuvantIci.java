package io.nextline.core.criterion;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.TreatmentSetting;
import java.util.EnumSet;
import java.util.Set;

/** Has the cancer come back during or after adjuvant immune checkpoint inhibitor therapy? */
public record RelapsedAfterAdjuvantIci() implements Criterion {

    /** Settings that may turn out to have been adjuvant. */
    private static final Set<TreatmentSetting> OPEN = EnumSet.of(TreatmentSetting.UNKNOWN, TreatmentSetting.CURATIVE);

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        AdjuvantIci adjuvant = facts.adjuvantIci();
        if (adjuvant == null) {
            return noAdjuvant(facts);
        }
        return adjuvant.relapse()
                .fold(
                        known -> Evaluation.of(
                                known.value(),
                                known.value()
                                        ? "relapse during or after adjuvant ICI"
                                        : "no relapse after adjuvant ICI",
                                known.provenance()),
                        open -> Evaluation.unknown("relapse after adjuvant ICI not settled", open.gap()));
    }

    /** Returns what the absence of an adjuvant line allows: unknown while the setting of an ICI line is open. */
    static Evaluation noAdjuvant(PatientFacts facts) {
        boolean openSetting =
                facts.therapy().lines().stream().anyMatch(line -> OPEN.contains(line.setting()) && line.has("ICI"));
        if (openSetting) {
            return Evaluation.unknown(
                    "the setting of the ICI is not known",
                    new Gap(MissingFact.THERAPY_SETTING, "whether the ICI was adjuvant or for advanced disease"));
        }
        return Received.absence(facts, "no adjuvant ICI on record", "adjuvant ICI", false);
    }
}
