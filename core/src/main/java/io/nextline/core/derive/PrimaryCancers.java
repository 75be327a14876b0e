package io.nextline.core.derive;

import io.nextline.core.vocabulary.DiagnosisKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The primary cancers on record, after the rows that only look like one have been taken away: a billing row of an unspecific code
 * beside metastases to that organ (ruling 9.8), lung cancer of unstated type beside one whose type is stated, other cancers
 * that are no longer active, skin cancers other than melanoma, and in situ tumours.
 */
final class PrimaryCancers {

    static final String RCC = "renal-cell-carcinoma";
    static final String NSCLC = "nsclc";
    static final String LUNG = "lung-unspecified";
    static final String SMALL_CELL = "small-cell-lung-cancer";

    private PrimaryCancers() {}

    /** Returns whether a type is one that the evidence speaks of, or may turn out to be. */
    static boolean isOurs(String type) {
        return type.equals(RCC) || type.equals(NSCLC) || type.equals(LUNG);
    }

    /** Returns the rows of each primary cancer by its type, in the order of type names. */
    static SortedMap<String, List<CodedCondition>> of(Chart chart) {
        TreeMap<String, List<CodedCondition>> byType = new TreeMap<>();
        for (CodedCondition row : chart.conditions()) {
            String type = typeOf(row);
            if (type != null && !isMetastasisBilledAsPrimary(row, type, chart) && isCurrent(row, type)) {
                byType.computeIfAbsent(type, t -> new ArrayList<>()).add(row);
            }
        }
        mergeLung(byType);
        return byType;
    }

    private static @Nullable String typeOf(CodedCondition row) {
        boolean primary = row.code().kind() == DiagnosisKind.PRIMARY || row.isUnsettled();
        if (primary && !row.code().isMinor()) {
            return row.code().type();
        }
        // "Metastatic renal cell carcinoma" names its primary.
        return row.code().kind() == DiagnosisKind.SECONDARY ? row.code().originType() : null;
    }

    private static boolean isMetastasisBilledAsPrimary(CodedCondition row, String type, Chart chart) {
        String organ = type.equals(LUNG) ? "lung" : type.equals(RCC) ? "kidney" : null;
        return organ != null
                && row.code().kind() == DiagnosisKind.PRIMARY
                && row.code().histology() == null
                && row.isBillingOnly()
                && chart.conditions().stream()
                        .anyMatch(other -> other.code().kind() == DiagnosisKind.SECONDARY
                                && other.code().metastaticSites().contains(organ));
    }

    private static boolean isCurrent(CodedCondition row, String type) {
        return type.equals(RCC) || type.equals(NSCLC) || row.isActive();
    }

    private static void mergeLung(Map<String, List<CodedCondition>> byType) {
        List<CodedCondition> unspecific = byType.get(LUNG);
        List<CodedCondition> specific = byType.containsKey(NSCLC) ? byType.get(NSCLC) : byType.get(SMALL_CELL);
        if (unspecific != null && specific != null) {
            specific.addAll(unspecific);
            byType.remove(LUNG);
        }
    }
}
