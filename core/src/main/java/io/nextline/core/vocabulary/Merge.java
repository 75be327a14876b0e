package io.nextline.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a diagnosis with single fields changed.
 *
 * @param of the diagnosis copied
 */
record Merge(DiagnosisCode of) {

    DiagnosisCode matched(String matched) {
        return copy(of.histology(), of.laterality(), of.metastaticSites(), of.stage(), of.conflict(), matched);
    }

    /** Returns the cancer as one that another word of the same entry contradicts, so that it is not settled which it is. */
    DiagnosisCode unsettled(String matched) {
        return new DiagnosisCode(
                DiagnosisKind.UNSPECIFIC,
                of.type(),
                null,
                of.laterality(),
                List.of(),
                null,
                of.specificity(),
                null,
                false,
                true,
                matched);
    }

    DiagnosisCode stage(String stage) {
        return copy(of.histology(), of.laterality(), of.metastaticSites(), stage, of.conflict(), of.matched());
    }

    DiagnosisCode sites(List<String> sites) {
        return copy(of.histology(), of.laterality(), sites, of.stage(), of.conflict(), of.matched());
    }

    DiagnosisCode laterality(@Nullable Laterality side) {
        return copy(of.histology(), side, of.metastaticSites(), of.stage(), of.conflict(), of.matched());
    }

    /** Adds a histology stated beside the diagnosis; one that differs from the diagnosis' own is a conflict. */
    DiagnosisCode histology(HistologyCode stated) {
        boolean differs = of.histology() != null
                && stated.histology() != null
                && !of.histology().equals(stated.histology());
        return copy(
                of.histology() != null ? of.histology() : stated.histology(),
                of.laterality(),
                of.metastaticSites(),
                of.stage(),
                of.conflict() || stated.conflict() || differs,
                of.matched());
    }

    /** Fills in what this diagnosis leaves open. */
    DiagnosisCode filledFrom(DiagnosisCode other, boolean contradiction) {
        boolean sameKind = of.kind() == other.kind();
        String origin = of.originType();
        if (origin == null && of.kind() == DiagnosisKind.SECONDARY) {
            origin = other.originType();
        }
        return new DiagnosisCode(
                of.kind(),
                of.type(),
                of.histology() != null || !sameKind ? of.histology() : other.histology(),
                of.laterality() != null || !sameKind ? of.laterality() : other.laterality(),
                of.metastaticSites().isEmpty() ? other.metastaticSites() : of.metastaticSites(),
                origin,
                Math.max(of.specificity(), sameKind ? other.specificity() : 0),
                of.stage() != null ? of.stage() : other.stage(),
                of.recurrence() || other.recurrence(),
                of.conflict() || other.conflict() || contradiction,
                of.matched());
    }

    private DiagnosisCode copy(
            @Nullable String histology,
            @Nullable Laterality side,
            List<String> sites,
            @Nullable String stage,
            boolean conflict,
            String matched) {
        return new DiagnosisCode(
                of.kind(),
                of.type(),
                histology,
                side,
                sites,
                of.originType(),
                of.specificity(),
                stage,
                of.recurrence(),
                conflict,
                matched);
    }
}
