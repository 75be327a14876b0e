package io.nextline.cdshooks.card;

import java.util.List;

/** Why a clinician may set a card aside; the same for every card, so that feedback can be compared. */
final class OverrideReasons {

    static final List<Coding> ALL = List.of(
            Coding.overrideReason("patient-differs", "This patient differs from those studied"),
            Coding.overrideReason("aware-proceeding", "Aware of this evidence, proceeding"),
            Coding.overrideReason("clinical-trial", "Treatment within a clinical trial"),
            Coding.overrideReason("record-wrong", "The record is wrong or incomplete"),
            Coding.overrideReason("not-relevant-now", "Not relevant at this moment"),
            Coding.overrideReason("disagree", "Disagree with the evidence summary"));

    private OverrideReasons() {}
}
