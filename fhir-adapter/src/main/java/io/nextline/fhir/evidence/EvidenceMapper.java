package io.nextline.fhir.evidence;

import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Derived;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a trial as R5 {@code Evidence}: one for each result, with its ratio, and one for what each arm showed, so that
 * every statistic is about the variables beside it. Certainty is left out: no source of the base rates it.
 */
final class EvidenceMapper {
    private final Metadata metadata;
    private final StatisticMapper statistics;

    EvidenceMapper(Metadata metadata) {
        this.metadata = metadata;
        this.statistics = new StatisticMapper(metadata.codes());
    }

    /** Returns the evidence in the order of the trial file: results, harms, derived figures, enrolment, follow-up. */
    List<FhirObject> evidence(Trial trial) {
        TrialNames names = new TrialNames(trial);
        List<FhirObject> evidence = new ArrayList<>();
        for (Result result : trial.results()) {
            evidence.add(result(trial, names, result));
            result.arms().stream()
                    .filter(arm -> arm.median() != null || arm.rate() != null || arm.events() != null)
                    .forEach(arm -> evidence.add(figures(trial, names, result, arm)));
        }
        trial.harms().forEach(harm -> evidence.add(harm(trial, names, harm)));
        trial.derived().forEach(derived -> evidence.add(derived(trial, names, derived)));
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null && !enrolment.characteristics().isEmpty()) {
            evidence.add(enrolled(trial, names, enrolment));
        }
        if (!trial.followUp().isEmpty()) {
            evidence.add(followUp(trial, names));
        }
        return evidence;
    }

    private FhirObject evidence(Trial trial, String id, String title, FhirObject part) {
        return metadata.definition("Evidence", id, trial.shortName() + ": " + title)
                .with("meta", metadata.layer(trial.layer()))
                .add("identifier", part)
                .with("status", "active")
                .with("citeAsReference", Datatypes.reference("Citation", new TrialNames(trial).study()))
                .add("relatedArtifact", StudyWords.related("part-of", "ResearchStudy", new TrialNames(trial).study()));
    }

    private static void locate(FhirObject evidence, Trial trial, @Nullable String locator) {
        if (locator != null) {
            String citation = new TrialNames(trial).study();
            evidence.add(
                    "relatedArtifact",
                    StudyWords.related("derived-from", "Citation", citation).with("label", locator));
        }
    }

    private FhirObject result(Trial trial, TrialNames names, Result result) {
        FhirObject evidence = evidence(trial, names.result(result), result.label(), names.part(result.id()))
                .with("description", EffectWords.of(trial, result))
                .with("assertion", result.finding());
        locate(evidence, trial, result.locator());
        evidence.add("variableDefinition", population(names, result));
        for (ArmResult arm : result.arms()) {
            evidence.add("variableDefinition", variable(role(result, arm), "EvidenceVariable", names.arm(arm.arm())));
        }
        evidence.add("variableDefinition", measured(names, result.id()));
        evidence.add("statistic", statistics.effect(names, "effect", result.effect()));
        return evidence.add("statistic", statistics.effect(names, "ratio", result.ratio()));
    }

    private static String role(Result result, ArmResult arm) {
        Effect effect = result.effect() == null ? result.ratio() : result.effect();
        return effect != null && arm.arm().equals(effect.reference()) ? "referenceExposure" : "exposure";
    }

    private FhirObject figures(Trial trial, TrialNames names, Result result, ArmResult arm) {
        String label = trial.arm(arm.arm()).map(each -> each.label()).orElse(arm.arm());
        return evidence(
                        trial,
                        names.figures(result, arm),
                        result.label() + ", " + label,
                        names.part(result.id(), arm.arm()))
                .add("relatedArtifact", StudyWords.related("part-of", "Evidence", names.result(result)))
                .add("variableDefinition", population(names, result))
                .add("variableDefinition", variable("exposure", "EvidenceVariable", names.arm(arm.arm())))
                .add("variableDefinition", measured(names, result.id()))
                .add("statistic", statistics.median(arm.median()))
                .add("statistic", statistics.rate(arm.rate()))
                .add("statistic", statistics.events("events", arm.events()));
    }

    private FhirObject harm(Trial trial, TrialNames names, Harm harm) {
        String label = trial.arm(harm.arm()).map(each -> each.label()).orElse(harm.arm());
        FhirObject evidence = evidence(
                trial, names.harm(harm), harm.event() + ", " + label, names.part("harms", harm.id(), harm.arm()));
        locate(evidence, trial, harm.locator());
        return evidence.add("variableDefinition", variable("exposure", "EvidenceVariable", names.arm(harm.arm())))
                .add("variableDefinition", measured(names, harm.id()))
                .add("statistic", statistics.events("harm", harm.count()));
    }

    private FhirObject derived(Trial trial, TrialNames names, Derived derived) {
        return evidence(trial, names.derived(derived.id()), derived.label(), names.part("derived", derived.id()))
                .add("note", Datatypes.note("Computed from printed figures; no source prints it."))
                .add("variableDefinition", described("measuredVariable", derived.label()))
                .add("statistic", statistics.derived(derived));
    }

    private FhirObject enrolled(Trial trial, TrialNames names, Enrolment enrolment) {
        FhirObject evidence = evidence(trial, names.enrolled(), "who was enrolled", names.part("enrolment"))
                .add("variableDefinition", variable("population", "Group", names.population()))
                .add("variableDefinition", described("measuredVariable", "characteristics of the patients enrolled"));
        enrolment.characteristics().forEach(each -> evidence.add("statistic", statistics.characteristic(each)));
        return evidence;
    }

    private FhirObject followUp(Trial trial, TrialNames names) {
        FhirObject evidence = evidence(trial, names.followUp(), "follow-up", names.part("follow-up"))
                .add("variableDefinition", variable("population", "Group", names.population()))
                .add("variableDefinition", described("measuredVariable", "duration of follow-up"));
        trial.followUp().forEach(each -> evidence.add("statistic", statistics.followUp(each)));
        return evidence;
    }

    private FhirObject population(TrialNames names, Result result) {
        return variable("population", "Group", names.population(result.population()));
    }

    private FhirObject measured(TrialNames names, String resultOrHarm) {
        return variable("measuredVariable", "EvidenceVariable", names.outcome(resultOrHarm));
    }

    private static FhirObject variable(String role, String type, String id) {
        return new FhirObject().with("variableRole", roleConcept(role)).with("observed", Datatypes.reference(type, id));
    }

    private static FhirObject described(String role, String description) {
        return new FhirObject().with("description", description).with("variableRole", roleConcept(role));
    }

    private static FhirObject roleConcept(String role) {
        String display = switch (role) {
            case "referenceExposure" -> "reference exposure";
            case "measuredVariable" -> "measured variable";
            default -> role;
        };
        return Datatypes.concept(Urls.TERMINOLOGY + "variable-role", role, display);
    }
}
