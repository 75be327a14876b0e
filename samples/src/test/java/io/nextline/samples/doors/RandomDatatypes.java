package io.nextline.samples.doors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.function.Supplier;

/** Well-formed R4 datatypes at random, with elements that are read and others that are not. */
final class RandomDatatypes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> DATES = List.of(
            "2024",
            "2024-02",
            "2024-02-29",
            "2025-06-30T23:59:59Z",
            "2025-06-30T00:30:00.123+02:00",
            "1900-01-01",
            "2031-12-31T24:00:00Z");

    // Among them dates of none of the calendar's, or of none of FHIR's forms.
    private static final List<String> NO_DATES =
            List.of("2023-02-29", "2024-13", "30.06.2025", "20250630", "2025-6-3", "0000-00-00", "soon");

    private static final List<String> NUMBERS =
            List.of("0", "-0", "1.10", "0.001", "12", "1e2", "2.50E-3", "123456789012345678901234567890.12", "1E+30");

    final Chance chance;

    RandomDatatypes(Chance chance) {
        this.chance = chance;
    }

    ObjectNode object() {
        return JSON.objectNode();
    }

    ArrayNode some(Supplier<ObjectNode> element) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 1 + chance.below(3); i > 0; i--) {
            array.add(element.get());
        }
        return array;
    }

    String date() {
        return chance.oneIn(8) ? chance.of(NO_DATES) : chance.of(DATES);
    }

    String text() {
        return chance.of("renal cell carcinoma", " stage\tIV ", "µg/L é \u2028", "<b>&amp;</b>", "x", "1e5");
    }

    ObjectNode coding() {
        ObjectNode coding = object();
        if (!chance.oneIn(5)) {
            coding.put(
                    "system", chance.of("http://snomed.info/sct", "http://loinc.org", "urn:oid:1.2.3", "local codes"));
        }
        if (!chance.oneIn(6)) {
            coding.put("code", chance.of("254915003", "C64.1", " C64 ", "718-7", "no such code"));
        }
        if (chance.oneIn(2)) {
            coding.put("display", text());
        }
        return chance.oneIn(4) ? coding.put("version", "1").put("userSelected", true) : coding;
    }

    ObjectNode concept() {
        ObjectNode concept = object();
        if (!chance.oneIn(5)) {
            concept.set("coding", some(this::coding));
        }
        if (!chance.oneIn(3)) {
            concept.put("text", text());
        }
        return chance.oneIn(9) ? concept.put("id", "c1") : concept;
    }

    ObjectNode reference() {
        ObjectNode reference = object();
        switch (chance.below(5)) {
            case 0 -> reference.put("reference", "Observation/" + chance.below(9));
            case 1 -> reference.put("reference", "urn:uuid:0b5e3748-84a9-5aab-f131-afb0c86ab783");
            case 2 -> reference.put("reference", "https://ehr.example.org/r4/Patient/1/_history/2");
            case 3 ->
                reference.set("identifier", object().put("system", "urn:mrn").put("value", "1"));
            default -> reference.put("display", text());
        }
        return chance.oneIn(4) ? reference.put("type", "Patient") : reference;
    }

    ObjectNode period() {
        ObjectNode period = object();
        if (!chance.oneIn(4)) {
            period.put("start", date());
        }
        return chance.oneIn(2) ? period : period.put("end", date());
    }

    RawValue number() {
        return new RawValue(chance.of(NUMBERS));
    }

    ObjectNode quantity() {
        ObjectNode quantity = object();
        if (!chance.oneIn(6)) {
            quantity.putRawValue("value", number());
        }
        if (chance.oneIn(4)) {
            quantity.put("comparator", chance.of("<", ">=", "ad", "about"));
        }
        if (!chance.oneIn(3)) {
            quantity.put("unit", "g/dL")
                    .put("system", "http://unitsofmeasure.org")
                    .put("code", "g/dL");
        }
        return quantity;
    }

    ObjectNode extension() {
        ObjectNode extension = object().put("url", "http://example.org/" + chance.below(3));
        switch (chance.below(9)) {
            case 0 -> extension.set("valueCodeableConcept", concept());
            case 1 -> extension.set("valueCoding", coding());
            case 2 -> extension.set("valueReference", reference());
            case 3 -> extension.put("valueDateTime", date());
            case 4 -> extension.put("valueDate", date());
            case 5 -> extension.put("valueCode", "palliative");
            case 6 -> extension.put("valueBoolean", chance.oneIn(2));
            case 7 ->
                extension.set(
                        "extension",
                        JSON.arrayNode().add(object().put("url", "x").put("valueString", "y")));
            default -> extension.put("valueString", text());
        }
        return extension;
    }

    ObjectNode narrative() {
        return object().put("status", "generated")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + "x </div>");
    }

    /** Adds what most resources begin with. */
    ObjectNode common(ObjectNode resource) {
        if (!chance.oneIn(5)) {
            resource.put("status", chance.of("active", "completed", "final", "not-done", "entered-in-error", "done?"));
        }
        resource.set("subject", reference());
        return resource;
    }

    /** Adds extensions, or none. */
    void extensions(ObjectNode resource) {
        if (chance.oneIn(2)) {
            resource.set("extension", some(this::extension));
        }
    }

    /** Adds a {@code [x]} that is a dateTime, a Period or not there. */
    void time(ObjectNode resource, String name) {
        switch (chance.below(3)) {
            case 0 -> resource.put(name + "DateTime", date());
            case 1 -> resource.set(name + "Period", period());
            default -> {}
        }
    }
}
