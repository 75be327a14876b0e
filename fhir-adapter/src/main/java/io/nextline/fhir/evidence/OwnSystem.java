package io.nextline.fhir.evidence;

import java.util.Locale;

/** The code systems of this project that the evidence base is written with, where FHIR has no code that says the same. */
enum OwnSystem {
    ARM_CONTENT("Content of a trial arm", "What kind of treatment an arm of a trial holds."),
    ARM_ROLE("Role of a trial arm", "What an arm is in the comparison, as far as the source says."),
    COMPARISON("Side of a ratio", "Which arm a ratio compares with which."),
    DISEASE("Disease", "Cancers that the evidence is about."),
    BIOMARKER("Biomarker", "Biomarkers whose carriers a trial did not admit."),
    ENDPOINT_ROLE("Role of an endpoint", "Whether the source calls an endpoint primary."),
    EVIDENCE_LAYER("Evidence layer", "Whether it comes from the source documents or from a later publication."),
    FIGURE("Kind of figure", "What a statistic is in the trial file that it was written from."),
    MODEL("Analysis", "How a comparison was analysed, as printed."),
    NOTE("Kind of note", "What a note on a study says."),
    POPULATION("Population trait", "What a trial's population was chosen by."),
    STATEMENT_KIND("Kind of statement", "What a decision statement does."),
    STATISTIC("Statistic", "Statistics that FHIR's terminology has no code for."),
    STRENGTH(
            "Strength of evidence",
            "How strong the evidence behind a decision statement is; not a rating of certainty."),
    STUDY_DESIGN("Study design", "Aspects of a design; the text holds what the source says of it."),
    STUDY_STATUS("Study status", "What the source says of the state of a study."),
    TOPIC("Question", "The clinical question that a decision statement helps to answer.");

    private final String title;
    private final String description;

    OwnSystem(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String url() {
        return Urls.canonical("CodeSystem", id());
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
