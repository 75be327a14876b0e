package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Condition}. */
final class ConditionMapper extends ResourceMapper<org.hl7.fhir.r4.model.Condition> {

    ConditionMapper() {
        super(
                org.hl7.fhir.r4.model.Condition.class,
                Set.of(
                        "clinicalStatus",
                        "verificationStatus",
                        "category",
                        "code",
                        "bodySite",
                        "subject",
                        "onsetDateTime",
                        "onsetPeriod",
                        "abatementDateTime",
                        "abatementPeriod",
                        "recordedDate",
                        "stage",
                        "extension",
                        "modifierExtension"));
    }

    @Override
    Condition record(org.hl7.fhir.r4.model.Condition condition, ResourceHeader header, Elements in) {
        return new Condition(
                header,
                Datatypes.concept(condition.hasClinicalStatus(), condition::getClinicalStatus),
                Datatypes.concept(condition.hasVerificationStatus(), condition::getVerificationStatus),
                Datatypes.concepts(condition.hasCategory(), condition::getCategory),
                Datatypes.concept(condition.hasCode(), condition::getCode),
                Datatypes.concepts(condition.hasBodySite(), condition::getBodySite),
                Datatypes.reference(condition.hasSubject(), condition::getSubject),
                Datatypes.time(condition.getOnset(), "onset", in),
                Datatypes.time(condition.getAbatement(), "abatement", in),
                in.date(condition.hasRecordedDateElement(), condition::getRecordedDateElement, "recordedDate"),
                Datatypes.list(condition.hasStage(), condition::getStage, stage -> stage(stage, in.within("stage"))),
                Extensions.of(condition, in));
    }

    private static Condition.@Nullable Stage stage(
            org.hl7.fhir.r4.model.Condition.ConditionStageComponent stage, Elements in) {
        in.refuseModifiers(stage);
        CodeableConcept summary = Datatypes.concept(stage.hasSummary(), stage::getSummary);
        CodeableConcept type = Datatypes.concept(stage.hasType(), stage::getType);
        List<Reference> assessment = Datatypes.references(stage.hasAssessment(), stage::getAssessment);
        boolean empty = summary == null && type == null && assessment.isEmpty();
        return empty ? null : new Condition.Stage(summary, type, assessment);
    }
}
