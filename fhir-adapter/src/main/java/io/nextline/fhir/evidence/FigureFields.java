package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one R5 {@code Evidence.statistic} back into a figure of a trial file.
 *
 * @param arm returns the arm that a reference to a variable means
 */
record FigureFields(Function<FhirNode, @Nullable String> arm) {
    private static final String TYPES = Urls.TERMINOLOGY + "statistic-type";

    private static TrialFields printed(FhirNode statistic) {
        return new TrialFields().with("printed", statistic.extension(EvidenceExtension.PRINTED));
    }

    private static FhirNode attribute(FhirNode statistic, String code) {
        return statistic
                .each("attributeEstimate")
                .filter(each -> code.equals(each.at("type").code(Urls.TERMINOLOGY + "attribute-estimate-type")))
                .findFirst()
                .orElse(FhirNode.NONE);
    }

    private static TrialFields interval(TrialFields fields, FhirNode statistic) {
        FhirNode interval = attribute(statistic, "C53324");
        FhirNode range = interval.at("range");
        return fields.with("lower", range.at("low").value("value"))
                .with("upper", range.at("high").value("value"))
                .with("level", interval.value("level"));
    }

    TrialFields effect(FhirNode statistic) {
        FhirNode p = attribute(statistic, "C44185");
        TrialFields effect = interval(printed(statistic), statistic)
                .with("measure", measure(statistic.at("statisticType")))
                .with("value", statistic.at("quantity").value("value"))
                .with("arm", side(statistic, "compared"))
                .with("reference", side(statistic, "reference"))
                .with("p", p.text("description"))
                .with("pPrinted", p.extension(EvidenceExtension.PRINTED))
                .with("disputed", statistic.extension(EvidenceExtension.DISPUTED));
        for (String aspect : new String[] {"adjustment", "test", "sided"}) {
            statistic
                    .coded("modelCharacteristic", "code", OwnSystem.MODEL, aspect)
                    .findFirst()
                    .ifPresent(each -> effect.with(aspect, each.at("code").text("text")));
        }
        return effect;
    }

    private @Nullable String side(FhirNode statistic, String code) {
        return statistic
                .coded("modelCharacteristic", "code", OwnSystem.COMPARISON, code)
                .findFirst()
                .map(each -> arm.apply(each.first("variable").at("variableDefinition")))
                .orElse(null);
    }

    private static @Nullable String measure(FhirNode type) {
        String code = type.code(TYPES);
        if (code == null) {
            return type.code(OwnSystem.STATISTIC) == null ? null : "GMR";
        }
        return code.equals("C93150") ? "HR" : code.equals("C16932") ? "OR" : code;
    }

    static TrialFields median(FhirNode statistic) {
        FhirNode quantity = statistic.at("quantity");
        JsonNode value = quantity.value("value");
        TrialFields median = printed(statistic)
                .with("value", value)
                .with("unit", "wk".equals(quantity.text("code")) ? "week" : "month")
                .with("disputed", statistic.extension(EvidenceExtension.DISPUTED))
                .flag("notEvaluable", value == null);
        FhirNode range = attribute(statistic, "C53324").at("range");
        boolean open = range.isPresent() && range.at("high").value("value") == null;
        return interval(median, statistic).flag("upperNotEvaluable", open);
    }

    static TrialFields rate(FhirNode statistic) {
        return interval(printed(statistic), statistic)
                .with("percent", statistic.at("quantity").value("value"))
                .with("at", statistic.extension(EvidenceExtension.TIME_POINT))
                .with("approximate", statistic.extension(EvidenceExtension.APPROXIMATE))
                .with("disputed", statistic.extension(EvidenceExtension.DISPUTED));
    }

    /** A bare count has its number as quantity too; only a share has a percentage there. */
    static TrialFields count(FhirNode statistic) {
        boolean bare = "C25463".equals(statistic.at("statisticType").code(TYPES));
        return printed(statistic)
                .with("n", statistic.value("numberAffected"))
                .with("of", statistic.at("sampleSize").value("knownDataCount"))
                .with("percent", bare ? null : statistic.at("quantity").value("value"));
    }

    static TrialFields followUp(FhirNode statistic) {
        String type = statistic.at("statisticType").code(TYPES);
        FhirNode quartiles = attribute(statistic, "C53245").at("range");
        FhirNode quantity = statistic.at("quantity");
        return printed(statistic)
                .with("kind", "C28007".equals(type) ? "median" : "C25570".equals(type) ? "minimum" : null)
                .with("value", quantity.value("value"))
                .with("unit", "a".equals(quantity.text("code")) ? "year" : "month")
                .with("endpoint", statistic.at("category").text("text"))
                .with("iqrLower", quartiles.at("low").value("value"))
                .with("iqrUpper", quartiles.at("high").value("value"));
    }
}
