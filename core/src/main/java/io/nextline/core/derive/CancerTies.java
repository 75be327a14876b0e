package io.nextline.core.derive;

import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import io.nextline.core.vocabulary.DiagnosisKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cancer an observation is about, when the record holds another beside the patient's (hazard HZ-17): by its focus, or because
 * {@code Condition.stage.assessment} refers to it. mCODE guide: a stage belongs to one cancer Condition.
 */
final class CancerTies {

    private final List<CodedCondition> cancers;
    private final List<Condition> conditions;
    private final Map<String, CodedCondition> assessments = new HashMap<>();
    private final boolean anotherCancer;
    private @Nullable FhirDate first;

    CancerTies(List<CodedCondition> cancers, List<Condition> conditions) {
        this.cancers = cancers;
        this.conditions = conditions;
        boolean another = false;
        for (CodedCondition row : cancers) {
            if (row.isAnotherCancer()) {
                another |= row.code().kind() == DiagnosisKind.PRIMARY
                        && !row.code().isMinor();
            } else if (row.code().kind() == DiagnosisKind.PRIMARY) {
                first = Dates.earlier(first, row.since());
            }
            noteAssessments(row);
        }
        anotherCancer = another;
    }

    private void noteAssessments(CodedCondition row) {
        for (Condition.Stage stage : row.condition().stage()) {
            for (Reference assessment : stage.assessment()) {
                if (assessment.reference() != null) {
                    assessments.put(key(assessment.reference()), row);
                }
            }
        }
    }

    private static String key(String literal) {
        String typeAndId = literal.startsWith("urn:") ? null : ResourceHeader.typeAndId(literal);
        return typeAndId == null ? literal : typeAndId;
    }

    /** Returns whether a focus is a Condition of the record, and not the patient's cancer or a metastasis of it. */
    boolean isAnother(Reference focus) {
        String literal = focus.reference();
        if (literal == null) {
            return false;
        }
        for (CodedCondition row : cancers) {
            if (row.condition().header().isMeantBy(literal)) {
                return row.isAnotherCancer();
            }
        }
        return conditions.stream().anyMatch(condition -> condition.header().isMeantBy(literal));
    }

    /**
     * Returns whether a stage may be taken as that of the patient's cancer. One that names no cancer may, unless another is on record
     * and the stage is older than the diagnosis of the patient's.
     */
    boolean isStageOfThePatientsCancer(Observation observation) {
        if (!observation.focus().isEmpty()) {
            return observation.focus().stream().noneMatch(this::isAnother);
        }
        CodedCondition assessed = assessments.get(observation.header().reference());
        if (assessed == null && observation.header().fullUrl() != null) {
            assessed = assessments.get(observation.header().fullUrl());
        }
        return assessed != null ? !assessed.isAnotherCancer() : !anotherCancer || isSinceDiagnosis(observation);
    }

    private boolean isSinceDiagnosis(Observation observation) {
        FhirDate date =
                observation.effective() == null ? null : observation.effective().startOrEnd();
        return date != null && first != null && !date.isSurelyBefore(first.earliest());
    }
}
