package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.core.fact.Imdc;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A laboratory value says the same in every unit of its analyte; values and limits are drawn from a seed. */
@Tag("HZ-11")
final class LabUnitConversionTest {

    private static final Map<String, String> LOINC = Map.of(
            "haemoglobin", "718-7",
            "calcium", "17861-6",
            "albumin", "1751-7",
            "neutrophils", "751-8",
            "platelets", "777-3");
    private static final Map<String, String[]> USUAL = Map.of(
            "haemoglobin", new String[] {"7", "17", "12", "16"},
            "calcium", new String[] {"8", "12", "8.6", "10.2"},
            "albumin", new String[] {"2", "5", "3.5", "5.0"},
            "neutrophils", new String[] {"1", "14", "1.8", "7.7"},
            "platelets", new String[] {"90", "620", "150", "400"});
    private static final int PATIENTS = 60;

    private record Unit(String written, BigDecimal factor) {}

    private static Map<String, List<Unit>> units() throws IOException {
        TreeMap<String, List<Unit>> units = new TreeMap<>();
        try (InputStream labs =
                LabUnitConversionTest.class.getResourceAsStream("/io/nextline/evidence/vocabulary/labs.json")) {
            for (JsonNode analyte : new ObjectMapper().readTree(labs).path("analytes")) {
                List<Unit> all = new ArrayList<>();
                for (JsonNode unit : analyte.path("units")) {
                    unit.path("written")
                            .forEach(written -> all.add(new Unit(
                                    written.asText(), unit.path("factor").decimalValue())));
                }
                units.put(analyte.path("kind").asText(), all);
            }
        }
        return units;
    }

    private static String in(Unit unit, String canonical) {
        return new BigDecimal(canonical)
                .divide(unit.factor(), new MathContext(20))
                .toPlainString();
    }

    private static void add(FhirPatient patient, String kind, String value, Unit unit) {
        String[] usual = Objects.requireNonNull(USUAL.get(kind));
        patient.lab(
                Objects.requireNonNull(LOINC.get(kind)),
                "2026-11-01",
                in(unit, value),
                unit.written(),
                in(unit, usual[2]),
                in(unit, usual[3]));
    }

    private static String value(String kind, Random random) {
        String[] usual = Objects.requireNonNull(USUAL.get(kind));
        BigDecimal low = new BigDecimal(usual[0]);
        BigDecimal span = new BigDecimal(usual[1]).subtract(low);
        // In steps of 0.01 away from the limits, so that no rounding of a conversion decides.
        return low.add(span.multiply(BigDecimal.valueOf(random.nextInt(1000), 3)))
                .add(new BigDecimal("0.00317"))
                .toPlainString();
    }

    private static Imdc imdc(FhirPatient patient) {
        return Objects.requireNonNull(patient.facts().imdc());
    }

    @Test
    void everyUnitOfEveryAnalyteGivesTheSameFactors() throws IOException {
        Map<String, List<Unit>> units = units();
        Random random = new Random(7);
        for (int n = 0; n < PATIENTS; n++) {
            Map<String, String> drawn = new TreeMap<>();
            for (String kind : LOINC.keySet().stream().sorted().toList()) {
                drawn.put(kind, value(kind, random));
            }
            FhirPatient canonical = FhirPatient.withRcc();
            FhirPatient converted = FhirPatient.withRcc();
            StringBuilder used = new StringBuilder();
            drawn.forEach((kind, value) -> {
                List<Unit> all = Objects.requireNonNull(units.get(kind));
                Unit other = all.get(random.nextInt(all.size()));
                used.append(kind).append(' ').append(other.written()).append("; ");
                add(canonical, kind, value, all.get(0));
                add(converted, kind, value, other);
            });
            assertThat(imdc(converted).factors().toString())
                    .as("%s %s", drawn, used)
                    .isEqualTo(imdc(canonical).factors().toString());
            assertThat(imdc(canonical).factors().get(Imdc.Factor.CALCIUM))
                    .extracting(Object::toString)
                    .asString()
                    .startsWith("Known");
        }
    }

    @Test
    void everyWrittenUnitIsUnderstoodInCapitalsAndWithSpaces() throws IOException {
        units().forEach((kind, all) -> {
            if (kind.equals("haemoglobin") || kind.equals("platelets")) {
                for (Unit unit : all) {
                    FhirPatient patient = FhirPatient.withRcc();
                    add(patient, kind, kind.equals("platelets") ? "300" : "13", unit);
                    Imdc.Factor factor = kind.equals("platelets") ? Imdc.Factor.PLATELETS : Imdc.Factor.HAEMOGLOBIN;
                    assertThat(Objects.requireNonNull(imdc(patient).factors().get(factor))
                                    .orNull())
                            .as(unit.written())
                            .isFalse();
                }
            }
        });
    }
}
