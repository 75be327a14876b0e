package io.nextline.core.vocabulary;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of each analyte with their factors to one canonical unit, and the range outside which a value is not believed. */
final class LabUnits {

    private final Map<ObservationKind, Analyte> analytes = new EnumMap<>(ObservationKind.class);

    private record Analyte(String unit, BigDecimal low, BigDecimal high, Map<String, BigDecimal> factors) {}

    /** Reads {@code labs.json}. */
    LabUnits(DataNode file) {
        file.only(Set.of("analytes"));
        Map<String, ObservationKind> kinds = Ids.by(ObservationKind.values(), ObservationKind::id);
        for (DataNode row : file.list("analytes")) {
            row.only(Set.of("kind", "unit", "plausible", "units", "source"));
            ObservationKind kind = Ids.optional(row, "kind", kinds);
            if (kind == null) {
                row.problem("needs the field kind");
                continue;
            }
            analytes.put(kind, analyte(row));
        }
    }

    private static Analyte analyte(DataNode row) {
        DataNode plausible = row.get("plausible").only(Set.of("low", "high"));
        BigDecimal low = number(plausible, "low");
        BigDecimal high = number(plausible, "high");
        if (low.compareTo(high) >= 0) {
            plausible.problem("low must be less than high");
        }
        Map<String, BigDecimal> factors = new HashMap<>();
        for (DataNode unit : row.list("units")) {
            unit.only(Set.of("factor", "written"));
            BigDecimal factor = number(unit, "factor");
            if (factor.signum() <= 0) {
                unit.problem("factor must be positive");
            }
            for (String written : unit.texts("written")) {
                BigDecimal before = factors.put(normalise(written), factor);
                if (before != null && before.compareTo(factor) != 0) {
                    unit.problem("the unit " + written + " stands twice with different factors");
                }
                // Most senders write units as listed, and those need not be normalised at each value.
                factors.put(written, factor);
            }
        }
        return new Analyte(row.text("unit"), low, high, factors);
    }

    private static BigDecimal number(DataNode node, String key) {
        BigDecimal number = node.number(key);
        if (number == null) {
            node.problem("needs the number " + key);
            return BigDecimal.ONE;
        }
        return number;
    }

    @Nullable LabValue normalise(ObservationKind kind, @Nullable BigDecimal value, @Nullable String unit) {
        Analyte analyte = analytes.get(kind);
        BigDecimal factor = factor(kind, unit);
        if (analyte == null || value == null || factor == null) {
            return null;
        }
        BigDecimal converted = value.multiply(factor);
        boolean plausible = converted.compareTo(analyte.low) >= 0 && converted.compareTo(analyte.high) <= 0;
        return plausible ? new LabValue(converted, analyte.unit) : null;
    }

    @Nullable BigDecimal factor(ObservationKind kind, @Nullable String unit) {
        Analyte analyte = analytes.get(kind);
        if (analyte == null || unit == null) {
            return null;
        }
        BigDecimal factor = analyte.factors.get(unit);
        return factor != null ? factor : analyte.factors.get(normalise(unit));
    }

    @Nullable String canonical(ObservationKind kind) {
        Analyte analyte = analytes.get(kind);
        return analyte == null ? null : analyte.unit;
    }

    private static String normalise(String unit) {
        StringBuilder text = new StringBuilder(unit.length());
        for (char c : unit.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '\u00d7') {
                text.append('x');
            } else if (c == '\u00b5' || c == '\u03bc') {
                text.append('u');
            } else if (!Character.isWhitespace(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
