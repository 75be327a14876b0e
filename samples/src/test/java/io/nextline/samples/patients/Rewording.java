package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says the same drug by its brand and the same laboratory value in another unit. */
final class Rewording {

    /** Ingredient to the RxNorm code and name of one branded product. */
    private static final Map<String, List<String>> BRANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("nivolumab", List.of("1991413", "24 ML Opdivo 10 MG/ML Injection")),
            Map.entry("ipilimumab", List.of("1657007", "Yervoy 200 MG per 40 ML Injection")),
            Map.entry("pembrolizumab", List.of("1657751", "Keytruda 100 MG per 4 ML Injection")),
            Map.entry("atezolizumab", List.of("1792785", "20 ML Tecentriq 60 MG/ML Injection")),
            Map.entry("durvalumab", List.of("1919516", "10 ML Imfinzi 50 MG/ML Injection")),
            Map.entry("cabozantinib", List.of("1790175", "Cabometyx 60 MG Oral Tablet")),
            Map.entry("axitinib", List.of("1243014", "Inlyta 5 MG Oral Tablet")),
            Map.entry("sunitinib", List.of("616292", "Sutent 50 MG Oral Capsule")),
            Map.entry("pemetrexed", List.of("1728075", "Alimta 500 MG Injection")),
            Map.entry("carboplatin", List.of("686161", "Paraplatin 10 MG/ML Injectable Solution")),
            Map.entry("gemcitabine", List.of("1719015", "Gemzar 1 GM Injection"))));

    /** A unit and what it is in another one. */
    private record Conversion(String unit, BigDecimal factor) {}

    private static final Map<String, Map<String, Conversion>> UNITS = Map.of(
            "718-7",
                    Map.of(
                            "g/dL",
                            new Conversion("g/L", BigDecimal.TEN),
                            "g/L",
                            new Conversion("g/dL", new BigDecimal("0.1"))),
            "1751-7",
                    Map.of(
                            "g/dL",
                            new Conversion("g/L", BigDecimal.TEN),
                            "g/L",
                            new Conversion("g/dL", new BigDecimal("0.1"))),
            "17861-6", Map.of("mg/dL", new Conversion("mmol/L", new BigDecimal("0.2495"))),
            "751-8", thousands(),
            "777-3", thousands());

    private Rewording() {}

    private static Map<String, Conversion> thousands() {
        return Map.of(
                "10*3/uL", new Conversion("/uL", new BigDecimal(1000)),
                "10*9/L", new Conversion("10*3/uL", BigDecimal.ONE));
    }

    /** Returns the record with each known drug as a branded product, with its code or in words only. */
    static ObjectNode branded(ObjectNode bundle, boolean coded) {
        ObjectNode changed = bundle.deepCopy();
        for (JsonNode entry : changed.path("entry")) {
            JsonNode concept = entry.path("resource").path("medicationCodeableConcept");
            List<String> brand = concept.isObject() ? brand(concept) : null;
            if (brand != null) {
                ObjectNode branded = (ObjectNode) concept;
                branded.removeAll();
                branded.put("text", brand.get(1));
                if (coded) {
                    branded.putArray("coding")
                            .addObject()
                            .put("system", "http://www.nlm.nih.gov/research/umls/rxnorm")
                            .put("code", brand.get(0));
                }
            }
        }
        return changed;
    }

    private static List<String> brand(JsonNode concept) {
        String words = concept.toString().toLowerCase(Locale.ROOT);
        if (words.contains("relatlimab") || words.contains("cometriq")) {
            return null;
        }
        for (Map.Entry<String, List<String>> brand : BRANDS.entrySet()) {
            if (words.contains(brand.getKey())) {
                return brand.getValue();
            }
        }
        return null;
    }

    /** Returns the record with each laboratory value whose limits are numbers in another unit, limits included. */
    static ObjectNode inOtherUnits(ObjectNode bundle) {
        ObjectNode changed = bundle.deepCopy();
        for (JsonNode entry : changed.path("entry")) {
            JsonNode resource = entry.path("resource");
            JsonNode range = resource.path("referenceRange").path(0);
            Map<String, Conversion> units = UNITS.get(
                    resource.path("code").path("coding").path(0).path("code").asText());
            if (units != null && (range.has("low") || range.has("high"))) {
                Conversion conversion =
                        units.get(resource.path("valueQuantity").path("unit").asText());
                if (conversion != null) {
                    for (JsonNode quantity :
                            List.of(resource.path("valueQuantity"), range.path("low"), range.path("high"))) {
                        convert(quantity, conversion);
                    }
                }
            }
        }
        return changed;
    }

    private static void convert(JsonNode quantity, Conversion conversion) {
        if (quantity instanceof ObjectNode object) {
            object.put("value", object.path("value").decimalValue().multiply(conversion.factor()));
            object.put("unit", conversion.unit());
            object.put("code", conversion.unit());
        }
    }

    /** Returns how many of a record's entries a rewording touched. */
    static int touched(ObjectNode before, ObjectNode after) {
        ArrayNode old = (ArrayNode) before.path("entry");
        ArrayNode now = (ArrayNode) after.path("entry");
        int touched = 0;
        for (int i = 0; i < old.size(); i++) {
            touched += old.get(i).equals(now.get(i)) ? 0 : 1;
        }
        return touched;
    }
}
