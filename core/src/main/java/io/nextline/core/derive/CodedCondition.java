package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.DiagnosisCode;
import io.nextline.core.vocabulary.DiagnosisKind;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition that the vocabulary knows as a cancer, a metastasis or a history of one.
 *
 * @param condition the entry
 * @param code what it means
 */
record CodedCondition(Condition condition, DiagnosisCode code) {

    private static final Set<String> INACTIVE = Set.of("inactive", "remission", "resolved");

    /** By date, undated last, then by reference. */
    static final Comparator<CodedCondition> ORDER = Comparator.comparing(CodedCondition::since, Dates.NULLS_LAST)
            .thenComparing(coded -> coded.condition().header().reference())
            .thenComparing(coded -> coded.condition().toString());

    /** Returns whether it is a metastasis that may come from the patient's cancer: of kidney or lung, or of unstated origin. */
    boolean isMetastasis() {
        return code.kind() == DiagnosisKind.SECONDARY && !isAnotherCancer();
    }

    /** Returns whether it is, or comes from, a cancer of another organ than kidney and lung. */
    boolean isAnotherCancer() {
        String type = code.kind() == DiagnosisKind.SECONDARY ? code.originType() : code.type();
        return type != null && !PrimaryCancers.isOurs(type);
    }

    /** Returns whether its code and its words name different cancers of one organ. */
    boolean isUnsettled() {
        return code.kind() == DiagnosisKind.UNSPECIFIC && code.conflict();
    }

    /** Returns the same with the type of the primary that it is said to come from. */
    CodedCondition from(String origin) {
        return new CodedCondition(
                condition,
                new DiagnosisCode(
                        code.kind(),
                        code.type(),
                        code.histology(),
                        code.laterality(),
                        code.metastaticSites(),
                        origin,
                        code.specificity(),
                        code.stage(),
                        code.recurrence(),
                        code.conflict(),
                        code.matched()));
    }

    /** Returns whether the condition is current: neither inactive nor ended. Silence about the status counts as current. */
    boolean isActive() {
        return isCurrent(condition);
    }

    /** Returns whether a condition, cancer or not, is current. */
    static boolean isCurrent(Condition condition) {
        CodeableConcept status = condition.clinicalStatus();
        return (status == null || !status.hasAnyCode(INACTIVE)) && condition.abatement() == null;
    }

    /** Returns whether the clinical status says that the cancer came back. */
    boolean isRecurrence() {
        CodeableConcept status = condition.clinicalStatus();
        return code.recurrence() || (status != null && (status.hasCode("recurrence") || status.hasCode("relapse")));
    }

    /** Returns whether the entry is a billing row only: an encounter diagnosis and no problem. */
    boolean isBillingOnly() {
        boolean encounter = condition.category().stream().anyMatch(c -> c.hasCode("encounter-diagnosis"));
        return encounter && condition.category().stream().noneMatch(c -> c.hasCode("problem-list-item"));
    }

    /** Returns the onset, else the day of recording, else null. */
    @Nullable FhirDate since() {
        return sinceOf(condition);
    }

    /** Returns since when a condition, cancer or not, is on record. */
    static @Nullable FhirDate sinceOf(Condition condition) {
        FhirDate onset = condition.onset() == null ? null : condition.onset().startOrEnd();
        return onset != null ? onset : condition.recordedDate();
    }

    /** Returns the day of diagnosis: onset, else the asserted date. The day of recording is only a latest bound, so it is none. */
    @Nullable FhirDate diagnosed() {
        FhirDate onset = condition.onset() == null ? null : condition.onset().startOrEnd();
        if (onset != null) {
            return onset;
        }
        for (Extension extension : condition.extension()) {
            if (extension.date() != null && extension.url().endsWith("assertedDate")) {
                return extension.date();
            }
        }
        return null;
    }

    Provenance provenance() {
        return new Provenance(condition.header().reference(), "code", since());
    }
}
