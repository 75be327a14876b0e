package io.nextline.core.evidence;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Stage;

/** Says why there is no card, the most general reason first. */
final class NoCardReasons {

    private NoCardReasons() {}

    static NoCardReason of(PatientFacts facts) {
        if (facts.deceased()) {
            return NoCardReason.DECEASED;
        }
        if (Boolean.FALSE.equals(facts.adult().orNull())) {
            return NoCardReason.UNDER_18;
        }
        Diagnosis diagnosis = facts.diagnosis();
        DiagnosisType type = diagnosis.type().orNull();
        if (type == null) {
            return NoCardReason.TYPE_NOT_DETERMINED;
        }
        return switch (type) {
            case NONE -> NoCardReason.NO_CANCER;
            case OTHER -> NoCardReason.OTHER_CANCER;
            case RENAL_CELL_CARCINOMA, NSCLC -> ofTherapy(facts, type);
        };
    }

    private static NoCardReason ofTherapy(PatientFacts facts, DiagnosisType type) {
        LineOfTherapy latest = facts.therapy().latest();
        if (latest == null) {
            // What was not read or not understood may hold the therapy (hazard HZ-30).
            return facts.therapy().showsNone() ? NoCardReason.NO_SYSTEMIC_THERAPY : NoCardReason.PROGRESSION_UNKNOWN;
        }
        Finding<Progression> progression = latest.progression();
        Progression known = progression.orNull();
        if (known == null) {
            return NoCardReason.PROGRESSION_UNKNOWN;
        }
        if (!known.isProgression()) {
            return NoCardReason.NOT_PROGRESSED;
        }
        Stage stage = facts.stage().orNull();
        boolean notMetastatic = type == DiagnosisType.NSCLC && stage != null && stage != Stage.METASTATIC;
        return notMetastatic ? NoCardReason.NOT_METASTATIC : NoCardReason.NOTHING_APPLIES;
    }
}
