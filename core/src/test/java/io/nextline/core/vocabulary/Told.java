package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/** Diagnoses in one line, for tables. */
final class Told {

    private Told() {}

    static String diagnosis(@Nullable DiagnosisCode found) {
        if (found == null) {
            return "-";
        }
        return found.kind() + " " + found.type()
                + part("", found.histology())
                + part("", found.laterality())
                + part("stage ", found.stage())
                + (found.recurrence() ? " recurrence" : "")
                + part("from ", found.originType())
                + (found.metastaticSites().isEmpty() ? "" : " in " + String.join(",", found.metastaticSites()))
                + (found.conflict() ? " CONFLICT" : "");
    }

    private static String part(String label, @Nullable Object value) {
        return value == null ? "" : " " + label + value;
    }
}
