package io.nextline.fhir.evidence;

import io.nextline.core.trial.ConfidenceInterval;
import io.nextline.core.trial.Derived;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.Events;
import io.nextline.core.trial.FollowUp;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One figure as R5 {@code Evidence.statistic}, or nothing where there is none. Every interval keeps its own level. */
final class StatisticMapper {
    private static final String TYPES = Urls.TERMINOLOGY + "statistic-type";
    private static final String ATTRIBUTES = Urls.TERMINOLOGY + "attribute-estimate-type";

    private final OwnCodes codes;

    StatisticMapper(OwnCodes codes) {
        this.codes = codes;
    }

    private FhirObject statistic(String figure, String description, @Nullable FhirObject type, String printed) {
        return printedAs(figure, printed).with("description", description).with("statisticType", type);
    }

    private FhirObject printedAs(String figure, @Nullable String printed) {
        codes.coding(OwnSystem.FIGURE, figure, figure.replace('-', ' '));
        return new FhirObject()
                .add("extension", EvidenceExtension.FIGURE.of(figure))
                .add("extension", EvidenceExtension.PRINTED.of(printed));
    }

    private static FhirObject type(String code, String display) {
        return Datatypes.concept(TYPES, code, display);
    }

    FhirObject effect(TrialNames names, String figure, @Nullable Effect effect) {
        if (effect == null) {
            return new FhirObject();
        }
        return statistic(figure, EffectWords.of(names.trial(), effect), measure(effect), effect.printed())
                .add("extension", EvidenceExtension.DISPUTED.of(effect.disputed()))
                .with("quantity", Datatypes.quantity(effect.value()))
                .add("attributeEstimate", interval(effect.interval()))
                .add("attributeEstimate", pValue(effect))
                .add("modelCharacteristic", side(names, "compared", effect.arm()))
                .add("modelCharacteristic", side(names, "reference", effect.reference()))
                .add("modelCharacteristic", analysed("adjustment", effect.adjustment()))
                .add("modelCharacteristic", analysed("test", effect.test()))
                .add("modelCharacteristic", analysed("sided", effect.sided()));
    }

    private FhirObject measure(Effect effect) {
        return switch (effect.measure()) {
            case HR -> type("C93150", "Hazard Ratio");
            case OR -> type("C16932", "Odds Ratio");
            case GMR -> codes.concept(OwnSystem.STATISTIC, "geometric-mean-ratio", "geometric mean ratio");
        };
    }

    private FhirObject side(TrialNames names, String code, @Nullable String arm) {
        if (arm == null) {
            return new FhirObject();
        }
        FhirObject variable =
                new FhirObject().with("variableDefinition", Datatypes.reference("EvidenceVariable", names.arm(arm)));
        return new FhirObject()
                .with("code", codes.concept(OwnSystem.COMPARISON, code, code + " arm"))
                .add("variable", variable);
    }

    private FhirObject analysed(String aspect, @Nullable String said) {
        if (said == null) {
            return new FhirObject();
        }
        FhirObject code = new FhirObject().add("coding", codes.coding(OwnSystem.MODEL, aspect, aspect));
        return new FhirObject().with("code", code.with("text", said));
    }

    private static FhirObject interval(@Nullable ConfidenceInterval interval) {
        if (interval == null) {
            return new FhirObject();
        }
        return new FhirObject()
                .with("description", interval.text())
                .with("type", Datatypes.concept(ATTRIBUTES, "C53324", "Confidence interval"))
                .with("level", interval.level())
                .with("range", Datatypes.range(interval));
    }

    /** The digits of the p value as printed stand in the description: .3668 and 0.3668 are the same number. */
    private static FhirObject pValue(Effect effect) {
        String p = effect.p();
        if (p == null) {
            return new FhirObject();
        }
        String digits = p.replaceFirst("^[<>=]", "");
        FhirObject quantity = Datatypes.quantity(new BigDecimal(digits));
        if (p.startsWith("<") || p.startsWith(">")) {
            quantity.with("comparator", p.substring(0, 1));
        }
        return new FhirObject()
                .add("extension", EvidenceExtension.PRINTED.of(effect.pPrinted()))
                .with("description", p)
                .with("type", Datatypes.concept(ATTRIBUTES, "C44185", "P-value"))
                .with("quantity", quantity);
    }

    FhirObject median(@Nullable Median median) {
        if (median == null) {
            return new FhirObject();
        }
        boolean months = median.unit() == Median.Unit.MONTH;
        FhirObject quantity = Datatypes.quantity(median.value(), median.unit().id() + "s", months ? "mo" : "wk");
        return statistic("median", "median " + median.textWithInterval(), type("C28007", "Median"), median.printed())
                .add("extension", EvidenceExtension.DISPUTED.of(median.disputed()))
                .with("quantity", quantity)
                .add("attributeEstimate", interval(median.interval()));
    }

    FhirObject rate(@Nullable Rate rate) {
        if (rate == null) {
            return new FhirObject();
        }
        String at = rate.at() == null ? "" : " at " + rate.at();
        return statistic("rate", rate.textWithInterval() + at, type("C44256", "Proportion"), rate.printed())
                .add("extension", EvidenceExtension.TIME_POINT.of(rate.at()))
                .add("extension", EvidenceExtension.APPROXIMATE.of(rate.approximate()))
                .add("extension", EvidenceExtension.DISPUTED.of(rate.disputed()))
                .with("quantity", percent(rate.percent()))
                .add("attributeEstimate", interval(rate.interval()));
    }

    private static FhirObject percent(@Nullable BigDecimal percent) {
        return percent == null ? new FhirObject() : Datatypes.quantity(percent, "%", "%");
    }

    /** Returns a count of patients out of a group; a bare count is typed as that. */
    FhirObject events(String figure, @Nullable Events events) {
        if (events == null) {
            return new FhirObject();
        }
        boolean share = events.percent() != null || events.of() != null;
        FhirObject statistic = statistic(
                figure,
                events.text(),
                share ? type("C44256", "Proportion") : type("C25463", "Count"),
                events.printed());
        return statistic
                .add("note", Datatypes.note(events.what()))
                .with("quantity", share ? percent(events.percent()) : count(events.n()))
                .with("numberAffected", events.n())
                .with("sampleSize", new FhirObject().with("knownDataCount", events.of()));
    }

    private static FhirObject count(@Nullable Integer n) {
        return n == null ? new FhirObject() : Datatypes.quantity(BigDecimal.valueOf(n), "patients", "1");
    }

    FhirObject characteristic(Enrolment.Characteristic characteristic) {
        FhirObject category = new FhirObject()
                .add("coding", codes.coding(OwnSystem.POPULATION, characteristic.id(), characteristic.label()))
                .with("text", characteristic.label());
        return events("characteristic", characteristic.count())
                .add("extension", EvidenceExtension.APPROXIMATE.of(characteristic.approximate()))
                .with("category", category);
    }

    FhirObject derived(Derived derived) {
        return printedAs("derived", null)
                .with("description", derived.basis())
                .with("statisticType", type("descriptive", "Descriptive"))
                .with("quantity", Datatypes.quantity(derived.value()).with("unit", derived.unit()));
    }

    FhirObject followUp(FollowUp followUp) {
        FhirObject type = switch (followUp.kind() == null ? "" : followUp.kind().id()) {
            case "median" -> type("C28007", "Median");
            case "minimum" -> type("C25570", "Minimum");
            default -> new FhirObject();
        };
        String code = "month".equals(followUp.unit()) ? "mo" : "a";
        return statistic("follow-up", followUp.text(), type, followUp.printed())
                .with("category", Datatypes.text(followUp.endpoint()))
                .with("quantity", Datatypes.quantity(followUp.value(), followUp.unit() + "s", code))
                .add("attributeEstimate", quartiles(followUp));
    }

    private static FhirObject quartiles(FollowUp followUp) {
        if (followUp.iqrLower() == null || followUp.iqrUpper() == null) {
            return new FhirObject();
        }
        FhirObject range = new FhirObject()
                .with("low", Datatypes.quantity(followUp.iqrLower()))
                .with("high", Datatypes.quantity(followUp.iqrUpper()));
        return new FhirObject()
                .with("type", Datatypes.concept(ATTRIBUTES, "C53245", "Interquartile range"))
                .with("range", range);
    }
}
