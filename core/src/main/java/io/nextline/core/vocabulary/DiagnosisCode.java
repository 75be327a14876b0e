package io.nextline.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the code of a Condition says about a cancer.
 *
 * @param kind primary, secondary, history and so on
 * @param type the id of the cancer's type: {@code renal-cell-carcinoma}, {@code nsclc}, {@code lung-unspecified},
 *     {@code small-cell-lung-cancer}, {@code urothelial}, {@code breast} and others; {@code other} for any other cancer and for a
 *     metastasis of unstated origin
 * @param histology the histology's id if the code or its wording states one, or null
 * @param laterality the side, or null
 * @param metastaticSites for a secondary the organs it is in; empty if not stated
 * @param originType for a secondary the type of the primary if it is stated ("metastasis from", "metastatic renal cell
 *     carcinoma"), or null
 * @param specificity 0 cancer without a place, 1 organ, 2 type, 3 histology
 * @param stage the stage group if the code states it, or {@code IV} if its wording says metastatic; or null
 * @param recurrence whether the code says that the cancer has come back
 * @param conflict whether codings or wording of the same concept contradict each other; the most specific is given
 * @param matched what decided, {@code system|code} or {@code text}
 */
public record DiagnosisCode(
        DiagnosisKind kind,
        String type,
        @Nullable String histology,
        @Nullable Laterality laterality,
        List<String> metastaticSites,
        @Nullable String originType,
        int specificity,
        @Nullable String stage,
        boolean recurrence,
        boolean conflict,
        String matched) {

    /** Copies the sites. */
    public DiagnosisCode {
        metastaticSites = List.copyOf(metastaticSites);
    }

    /** Returns whether it says that the patient has a primary cancer of this type. */
    public boolean isPrimary(String wanted) {
        return kind == DiagnosisKind.PRIMARY && type.equals(wanted);
    }

    /** Returns whether it is a primary that is no second cancer worth naming: non-melanoma skin cancer. */
    public boolean isMinor() {
        return type.equals(DiagnosisVocabulary.NON_MELANOMA_SKIN);
    }
}
