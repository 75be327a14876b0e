package io.nextline.core.vocabulary;

/** What a therapy was meant for, as a code or wording states it. */
public enum TherapyIntent {
    NEOADJUVANT,
    ADJUVANT,
    PERIOPERATIVE,
    CONSOLIDATION,
    MAINTENANCE,
    CURATIVE,
    PALLIATIVE;

    /** Returns whether it means treatment before, around or after surgery or chemoradiation. */
    public boolean isCurative() {
        return this != MAINTENANCE && this != PALLIATIVE;
    }
}
