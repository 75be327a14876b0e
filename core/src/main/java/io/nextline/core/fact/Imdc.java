package io.nextline.core.fact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The IMDC risk of metastatic renal cell carcinoma: six factors, and the groups still possible while factors are unknown.
 * Source: International Metastatic RCC Database Consortium criteria; 0 factors favourable, 1-2 intermediate, 3-6 poor.
 *
 * @param factors each factor as present, absent or unknown
 */
public record Imdc(Map<Factor, Finding<Boolean>> factors) {

    /** Copies the factors; every one of the six must be there. */
    public Imdc {
        EnumMap<Factor, Finding<Boolean>> copy = new EnumMap<>(factors);
        if (copy.size() != Factor.values().length) {
            throw new IllegalArgumentException("IMDC needs all six factors, unknown ones included");
        }
        factors = Collections.unmodifiableMap(copy);
    }

    /** A risk factor; true means that it is present. */
    public enum Factor {
        HAEMOGLOBIN("haemoglobin"),
        CALCIUM("calcium"),
        NEUTROPHILS("neutrophils"),
        PLATELETS("platelets"),
        KARNOFSKY("karnofsky"),
        TIME("time");

        private final String id;

        Factor(String id) {
            this.id = id;
        }

        /** Returns the published id. */
        public String id() {
            return id;
        }
    }

    /** A risk group, best first. */
    public enum Group {
        FAVOURABLE("favourable"),
        INTERMEDIATE("intermediate"),
        POOR("poor");

        private final String id;

        Group(String id) {
            this.id = id;
        }

        /** Returns the published id. */
        public String id() {
            return id;
        }

        private static Group of(int factorsPresent) {
            if (factorsPresent == 0) {
                return FAVOURABLE;
            }
            return factorsPresent <= 2 ? INTERMEDIATE : POOR;
        }
    }

    /** Returns the groups that are possible, best first: one when every factor is known, more while some are not. */
    public List<Group> groups() {
        int present = 0;
        int open = 0;
        for (Finding<Boolean> factor : factors.values()) {
            Boolean value = factor.orNull();
            if (value == null) {
                open++;
            } else if (value) {
                present++;
            }
        }
        Group best = Group.of(present);
        Group worst = Group.of(present + open);
        return List.copyOf(EnumSet.range(best, worst));
    }
}
