package io.nextline.fhir.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial as R5 {@code ResearchStudy}: what it was, whom it enrolled, its arms and what it measured. */
final class StudyMapper {
    private static final String STATES = Urls.HL7 + "research-study-status";

    private final Metadata metadata;
    private final StudyWords words;

    StudyMapper(Metadata metadata) {
        this.metadata = metadata;
        this.words = new StudyWords(metadata.codes());
    }

    /**
     * Returns the study.
     *
     * @param evidence its results, harms and other figures, in the order of the trial file
     */
    FhirObject study(Trial trial, List<FhirObject> evidence) {
        TrialNames names = new TrialNames(trial);
        FhirObject study = metadata.definition("ResearchStudy", names.study(), trial.title());
        study.tree().remove("publisher");
        study.with("meta", metadata.layer(trial.layer()))
                .add("extension", EvidenceExtension.DATA_CUTOFF.of(trial.dataCutoff()))
                .with("identifier", StudyWords.identifiers(trial))
                .with("label", labels(trial))
                .with("relatedArtifact", StudyWords.related(trial, evidence))
                .with("date", trial.published())
                .with("status", trial.status() == Trial.Status.UNKNOWN ? "unknown" : "active")
                .with("phase", words.phase(trial.phase()))
                .with("studyDesign", words.design(trial))
                .with("condition", words.conditions(trial))
                .with("note", words.notes(trial))
                .with("progressStatus", progress(trial))
                .with("recruitment", recruitment(trial, names));
        regions(trial, study);
        trial.arms().forEach(arm -> study.add("comparisonGroup", arm(names, arm)));
        trial.results().forEach(result -> study.add("outcomeMeasure", outcome(names, result)));
        return study;
    }

    private static List<FhirObject> labels(Trial trial) {
        FhirObject shortTitle = new FhirObject()
                .with("type", Datatypes.concept(Urls.HL7 + "title-type", "short-title", "Short title"))
                .with("value", trial.shortName());
        List<FhirObject> labels = new ArrayList<>(List.of(shortTitle));
        trial.aliases()
                .forEach(alias -> labels.add(
                        new FhirObject().with("type", Datatypes.text("alias")).with("value", alias)));
        return labels;
    }

    private static void regions(Trial trial, FhirObject study) {
        if (trial.enrolment() != null) {
            trial.enrolment().regions().forEach(region -> study.add("region", Datatypes.text(region)));
        }
    }

    private List<FhirObject> progress(Trial trial) {
        FhirObject now = new FhirObject()
                .add("extension", EvidenceExtension.AS_OF.of(trial.statusAsOf()))
                .with("state", words.state(trial.status()));
        Enrolment enrolment = trial.enrolment();
        FhirObject enrolling = enrolment == null
                ? new FhirObject()
                : new FhirObject().with("start", enrolment.from()).with("end", enrolment.to());
        FhirObject end = new FhirObject().with("start", trial.estimatedCompletion());
        return List.of(
                now, period("recruiting", "Recruiting", true, enrolling), period("completed", "Completed", false, end));
    }

    /** Returns a state with its time, or nothing where the time is not known. */
    private static FhirObject period(String code, String display, boolean actual, FhirObject period) {
        if (period.isEmpty()) {
            return period;
        }
        return new FhirObject()
                .with("state", Datatypes.concept(STATES, code, display))
                .with("actual", actual)
                .with("period", period);
    }

    private static FhirObject recruitment(Trial trial, TrialNames names) {
        FhirObject recruitment = new FhirObject();
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null) {
            recruitment
                    .add("extension", EvidenceExtension.SCREENED.of(enrolment.screened()))
                    .add("extension", EvidenceExtension.SITES.of(enrolment.sites()))
                    .add("extension", EvidenceExtension.COUNTRIES.of(enrolment.countries()))
                    .with("targetNumber", enrolment.estimated())
                    .with("actualNumber", enrolment.randomised());
        }
        return recruitment.with("eligibility", Datatypes.reference("Group", names.population()));
    }

    private FhirObject arm(TrialNames names, Arm arm) {
        String id = names.arm(arm.id());
        boolean counted = arm.randomised() != null || arm.treated() != null;
        return new FhirObject()
                .with("linkId", id)
                .with("name", arm.label())
                .with("type", words.typedRole(arm))
                .with("description", arm.doseText())
                .add("intendedExposure", Datatypes.reference("EvidenceVariable", id))
                .with("observedGroup", counted ? Datatypes.reference("Group", id) : null);
    }

    private FhirObject outcome(TrialNames names, Result result) {
        return new FhirObject()
                .with("name", result.label())
                .add("type", endpointRole(result.role()))
                .with("reference", Datatypes.reference("EvidenceVariable", names.outcome(result.id())));
    }

    private @Nullable FhirObject endpointRole(Result.Role role) {
        return switch (role) {
            case PRIMARY -> Datatypes.concept(Urls.HL7 + "research-study-objective-type", "primary", "Primary");
            case NOT_PRIMARY ->
                metadata.codes()
                        .concept(OwnSystem.ENDPOINT_ROLE, "not-primary", "the source names another primary endpoint");
            case UNSTATED -> null;
        };
    }
}
