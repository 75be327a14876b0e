package io.nextline.samples.cli.answer;

import io.nextline.core.evidence.NoCardReason;

/** Says in a sentence why there is no card. */
public final class NoCard {

    private NoCard() {}

    /** Returns the sentence. */
    public static String words(NoCardReason reason) {
        return switch (reason) {
            case NO_CANCER -> "The record shows no cancer.";
            case OTHER_CANCER -> "The record shows another cancer than those the evidence is about.";
            case TYPE_NOT_DETERMINED -> "The record shows a cancer but does not settle its type.";
            case NO_SYSTEMIC_THERAPY ->
                "The record shows no systemic therapy yet; the evidence is about the next line.";
            case NOT_PROGRESSED -> "The cancer has not progressed on or after the latest therapy.";
            case PROGRESSION_UNKNOWN -> "The record does not say whether the cancer has progressed.";
            case NOT_METASTATIC -> "The cancer is not metastatic.";
            case UNDER_18 -> "The patient is under 18; the trials enrolled adults.";
            case DECEASED -> "The record says that the patient has died.";
            case READER_NOT_CLINICIAN -> "The reader is not a clinician; cards are for clinicians.";
            case NOTHING_APPLIES -> "No statement of the evidence base applies to this patient.";
        };
    }
}
