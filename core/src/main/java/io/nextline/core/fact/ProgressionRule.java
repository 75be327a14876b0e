package io.nextline.core.fact;

import io.nextline.core.fact.Progression.Grade;

/** The rules that conclude progression or its absence: a closed set, each with its source. */
public enum ProgressionRule {
    /**
     * A disease status or a response assessment says progression: mCODE 97509-4 or 88040-1, RECIST PD, iRECIST iCPD, or a coded
     * conclusion of a report. Source: FHIR-DATA section 5; iRECIST (Lancet Oncol 2017;18:e143) for the confirmation.
     */
    STATUS_WORSENED("status-worsened", Grade.STATED),
    /** A plain sentence of a final report says progression, and no coded status contradicts it. Source: FHIR-DATA section 5. */
    REPORT_TEXT("report-text", Grade.STATED),
    /** The reason recorded for stopping is progression: SNOMED 266721009 or words. Source: FHIR-DATA section 3. */
    STOP_REASON("stop-reason", Grade.STATED),
    /** The cancer came back after adjuvant or consolidating therapy. Source: ruling 9.10. */
    RELAPSE("relapse", Grade.STATED),
    /** The next line began within 26 weeks of the last dose. Source: ruling 9.5, after ACTIN's ProgressiveDiseaseFunctions. */
    NEXT_LINE("next-line", Grade.INFERRED),
    /** The latest status says stable, and is recent. Source: FHIR-DATA section 5; the age is a local choice. */
    STATUS_STABLE("status-stable", Grade.NONE),
    /** The latest status says response, and is recent. Source: as {@link #STATUS_STABLE}. */
    STATUS_IMPROVED("status-improved", Grade.NONE),
    /** Unconfirmed progression, then stable or response: pseudoprogression. Source: iRECIST, Lancet Oncol 2017;18:e143. */
    PSEUDOPROGRESSION("pseudoprogression", Grade.NONE),
    /** Progression, then stable or response on the same line: the latest status wins. Source: FHIR-DATA section 5. */
    LATER_STATUS("later-status", Grade.NONE),
    /** The latest report says stable or response in words, and is recent. Source: FHIR-DATA section 5. */
    REPORT_TEXT_NOT_PROGRESSED("report-text-not-progressed", Grade.NONE),
    /** Toxicity, a planned stop, completion or another reason is recorded. Source: ACTIN; ruling 9.5. */
    OTHER_STOP_REASON("other-stop-reason", Grade.NONE);

    private final String id;
    private final Grade grade;

    ProgressionRule(String id, Grade grade) {
        this.id = id;
        this.grade = grade;
    }

    /** Returns the id shown beside a conclusion. */
    public String id() {
        return id;
    }

    /** Returns how sure what it concludes is. */
    public Grade grade() {
        return grade;
    }

    /** Returns whether it rests on the words of a report alone. */
    public boolean isReportText() {
        return this == REPORT_TEXT || this == REPORT_TEXT_NOT_PROGRESSED;
    }
}
