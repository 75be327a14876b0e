package io.nextline.fhir.evidence;

import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Events;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Rate;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure of one arm as R4 {@code RiskEvidenceSynthesis}. */
final class R4RiskMapper {
    private static final String TYPES = Urls.TERMINOLOGY + "risk-estimate-type";

    private final Metadata metadata;

    R4RiskMapper(Metadata metadata) {
        this.metadata = metadata;
    }

    List<FhirObject> figures(TrialNames names, Result result, ArmResult arm) {
        List<FhirObject> figures = new ArrayList<>();
        if (arm.median() != null) {
            figures.add(figure(names, result, arm, "median").with("riskEstimate", median(arm.median())));
        }
        if (arm.rate() != null) {
            figures.add(figure(names, result, arm, "rate").with("riskEstimate", rate(arm.rate())));
        }
        if (arm.events() != null) {
            figures.add(figure(names, result, arm, "events").with("riskEstimate", events(arm.events())));
        }
        return figures;
    }

    private FhirObject figure(TrialNames names, Result result, ArmResult arm, String figure) {
        Trial trial = names.trial();
        String id = FhirId.of(trial.id(), result.id(), arm.arm(), figure);
        return synthesis(names, id, result.label() + ", " + label(trial, arm.arm()) + ", " + figure)
                .add("identifier", names.part(result.id(), arm.arm(), figure))
                .add("relatedArtifact", place(trial, result.locator()))
                .with("population", R4SynthesisMapper.variable(names.population(result.population())))
                .with("exposure", R4SynthesisMapper.variable(names.arm(arm.arm())))
                .with("outcome", R4SynthesisMapper.variable(names.outcome(result.id())));
    }

    FhirObject harm(TrialNames names, Harm harm) {
        Trial trial = names.trial();
        return synthesis(names, names.harm(harm), harm.event() + ", " + label(trial, harm.arm()))
                .add("identifier", names.part("harms", harm.id(), harm.arm()))
                .add("relatedArtifact", place(trial, harm.locator()))
                .with("population", R4SynthesisMapper.variable(names.population()))
                .with("exposure", R4SynthesisMapper.variable(names.arm(harm.arm())))
                .with("outcome", R4SynthesisMapper.variable(names.outcome(harm.id())))
                .with("riskEstimate", events(harm.count()));
    }

    private FhirObject synthesis(TrialNames names, String id, String title) {
        return metadata.definition("RiskEvidenceSynthesis", id, names.trial().shortName() + ": " + title)
                .with("meta", metadata.layer(names.trial().layer()))
                .with("status", "active");
    }

    private static String label(Trial trial, String arm) {
        return trial.arm(arm).map(each -> each.label()).orElse(arm);
    }

    static @Nullable FhirObject place(Trial trial, @Nullable String locator) {
        if (locator == null) {
            return null;
        }
        return new FhirObject()
                .with("type", "derived-from")
                .with("label", locator)
                .with("display", trial.citation().document());
    }

    private static FhirObject estimate(String description, String type, String printed) {
        return new FhirObject()
                .add("extension", EvidenceExtension.PRINTED.of(printed))
                .with("description", description)
                .with("type", Datatypes.concept(TYPES, type, type));
    }

    private static FhirObject median(Median median) {
        boolean months = median.unit() == Median.Unit.MONTH;
        return estimate("median " + median.textWithInterval(), "median", median.printed())
                .add("extension", EvidenceExtension.DISPUTED.of(median.disputed()))
                .with("value", median.value())
                .with("unitOfMeasure", months ? unit("mo", "months") : unit("wk", "weeks"))
                .add("precisionEstimate", R4SynthesisMapper.precision(median.interval()));
    }

    private static FhirObject rate(Rate rate) {
        String at = rate.at() == null ? "" : " at " + rate.at();
        return estimate(rate.textWithInterval() + at, "proportion", rate.printed())
                .add("extension", EvidenceExtension.TIME_POINT.of(rate.at()))
                .add("extension", EvidenceExtension.APPROXIMATE.of(rate.approximate()))
                .add("extension", EvidenceExtension.DISPUTED.of(rate.disputed()))
                .with("value", rate.percent())
                .with("unitOfMeasure", unit("%", "percent"))
                .add("precisionEstimate", R4SynthesisMapper.precision(rate.interval()));
    }

    private static FhirObject events(Events events) {
        String what = events.what() == null ? "" : ", " + events.what();
        boolean share = events.percent() != null || events.of() != null;
        return estimate(events.text() + what, share ? "proportion" : "count", events.printed())
                .with("value", events.percent())
                .with("unitOfMeasure", events.percent() == null ? null : unit("%", "percent"))
                .with("denominatorCount", events.of())
                .with("numeratorCount", events.n());
    }

    private static FhirObject unit(String code, String display) {
        return Datatypes.concept(Urls.UCUM, code, display);
    }
}
