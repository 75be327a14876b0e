package io.nextline.fhir.evidence;

import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.ConfidenceInterval;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a trial as R4 {@code EffectEvidenceSynthesis} (how two arms compare) and {@code RiskEvidenceSynthesis} (what one
 * arm showed). R4's own {@code Evidence} holds no figure, so it is not used.
 */
final class R4SynthesisMapper {
    private final Metadata metadata;
    private final R4RiskMapper risks;

    R4SynthesisMapper(Metadata metadata) {
        this.metadata = metadata;
        this.risks = new R4RiskMapper(metadata);
    }

    List<FhirObject> syntheses(Trial trial) {
        TrialNames names = new TrialNames(trial);
        List<FhirObject> syntheses = new ArrayList<>();
        for (Result result : trial.results()) {
            Stream.of(result.effect(), result.ratio())
                    .filter(effect -> effect != null && sided(effect))
                    .forEach(effect -> syntheses.add(effect(names, result, effect)));
            for (ArmResult arm : result.arms()) {
                syntheses.addAll(risks.figures(names, result, arm));
            }
        }
        for (Harm harm : trial.harms()) {
            syntheses.add(risks.harm(names, harm));
        }
        return syntheses;
    }

    private static boolean sided(Effect effect) {
        return effect.arm() != null && effect.reference() != null;
    }

    /** Returns what cannot be said as a synthesis: R4 demands both arms, and the source leaves them open. */
    static List<String> unsaid(Trial trial) {
        return trial.results().stream()
                .map(Result::effect)
                .filter(effect -> effect != null && !sided(effect))
                .map(effect -> EffectWords.of(trial, effect))
                .toList();
    }

    private FhirObject effect(TrialNames names, Result result, Effect effect) {
        Trial trial = names.trial();
        return metadata.definition(
                        "EffectEvidenceSynthesis", names.result(result), trial.shortName() + ": " + result.label())
                .with("meta", metadata.layer(trial.layer()))
                .add("identifier", names.part(result.id()))
                .with("status", "active")
                .with("description", EffectWords.of(trial, effect))
                .add("note", result.finding() == null ? null : Datatypes.note(result.finding()))
                .add("relatedArtifact", R4RiskMapper.place(trial, result.locator()))
                .with("studyType", studyType(trial))
                .with("population", variable(names.population(result.population())))
                .with("exposure", variable(names.arm(String.valueOf(effect.arm()))))
                .with("exposureAlternative", variable(names.arm(String.valueOf(effect.reference()))))
                .with("outcome", variable(names.outcome(result.id())))
                .add("effectEstimate", estimate(trial, effect));
    }

    private static @Nullable FhirObject studyType(Trial trial) {
        boolean randomised = trial.design() != null && trial.design().randomised();
        return randomised ? Datatypes.concept(Urls.TERMINOLOGY + "study-type", "RCT", "randomized trial") : null;
    }

    static FhirObject variable(String id) {
        return Datatypes.reference("EvidenceVariable", id);
    }

    private FhirObject estimate(Trial trial, Effect effect) {
        return new FhirObject()
                .add("extension", EvidenceExtension.PRINTED.of(effect.printed()))
                .add("extension", EvidenceExtension.P_VALUE.of(effect.p()))
                .add("extension", EvidenceExtension.DISPUTED.of(effect.disputed()))
                .with("description", EffectWords.of(trial, effect))
                .with("type", measure(effect))
                .with("value", effect.value())
                .with("unitOfMeasure", Datatypes.concept(Urls.UCUM, "1", "1"))
                .add("precisionEstimate", precision(effect.interval()));
    }

    private FhirObject measure(Effect effect) {
        String types = Urls.TERMINOLOGY + "effect-estimate-type";
        return switch (effect.measure()) {
            case HR -> Datatypes.concept(types, "relative-HR", "hazard ratio");
            case OR -> Datatypes.concept(types, "relative-OR", "odds ratio");
            case GMR -> metadata.codes().concept(OwnSystem.STATISTIC, "geometric-mean-ratio", "geometric mean ratio");
        };
    }

    /** Returns the interval with its own level; an upper bound that could not be estimated is left out. */
    static FhirObject precision(@Nullable ConfidenceInterval interval) {
        if (interval == null) {
            return new FhirObject();
        }
        return new FhirObject()
                .with(
                        "type",
                        Datatypes.concept(Urls.TERMINOLOGY + "precision-estimate-type", "CI", "confidence interval"))
                .with("level", interval.level())
                .with("from", interval.lower())
                .with("to", interval.upper());
    }
}
