package io.nextline.fhir.evidence;

import io.nextline.core.trial.ConfidenceInterval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** FHIR data types that both versions share. */
final class Datatypes {
    private Datatypes() {}

    static FhirObject coding(String system, String code, String display) {
        return new FhirObject().with("system", system).with("code", code).with("display", display);
    }

    static FhirObject concept(String system, String code, String display) {
        return new FhirObject().add("coding", coding(system, code, display)).with("text", display);
    }

    static FhirObject text(@Nullable String text) {
        return new FhirObject().with("text", text);
    }

    static FhirObject identifier(String system, @Nullable String value) {
        return value == null
                ? new FhirObject()
                : new FhirObject().with("system", system).with("value", value);
    }

    static FhirObject reference(String type, String id) {
        return new FhirObject().with("reference", type + "/" + id);
    }

    static FhirObject note(@Nullable String text) {
        return new FhirObject().with("text", text);
    }

    static FhirObject quantity(@Nullable BigDecimal value) {
        return new FhirObject().with("value", value);
    }

    /** Returns a quantity with a unit of UCUM; where there is no value, one that says so. */
    static FhirObject quantity(@Nullable BigDecimal value, String unit, String code) {
        FhirObject quantity = value == null ? notEstimable() : quantity(value);
        return quantity.with("unit", unit).with("system", Urls.UCUM).with("code", code);
    }

    /** Returns a quantity without a value, and with the reason: no number may stand for what could not be estimated. */
    static FhirObject notEstimable() {
        FhirObject reason =
                new FhirObject().with("url", Urls.DATA_ABSENT_REASON).with("valueCode", "unknown");
        return new FhirObject().add("extension", reason);
    }

    /** Returns the bounds; one that could not be estimated is there, without a value. */
    static FhirObject range(ConfidenceInterval interval) {
        BigDecimal upper = interval.upper();
        return new FhirObject()
                .with("low", quantity(interval.lower()))
                .with("high", upper == null ? notEstimable() : quantity(upper));
    }
}
