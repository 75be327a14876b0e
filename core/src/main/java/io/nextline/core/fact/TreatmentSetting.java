package io.nextline.core.fact;

/** What a line of therapy was meant for. Curative settings are counted apart from lines for advanced disease. */
public enum TreatmentSetting {
    NEOADJUVANT("neoadjuvant", true),
    ADJUVANT("adjuvant", true),
    CONSOLIDATION("consolidation", true),
    ADVANCED("advanced", false),
    /** With curative intent, as in chemoradiation; the published names have no word for it. */
    CURATIVE("unknown", true),
    UNKNOWN("unknown", false);

    private final String id;
    private final boolean curative;

    TreatmentSetting(String id, boolean curative) {
        this.id = id;
        this.curative = curative;
    }

    /** Returns the published id. */
    public String id() {
        return id;
    }

    /** Returns whether the therapy was part of a treatment with curative intent. */
    public boolean isCurative() {
        return curative;
    }
}
