package io.nextline.fhir.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Dose;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was given and what was measured, as R5 {@code EvidenceVariable}: one for each arm, endpoint and harm. */
final class VariableMapper {
    private final Metadata metadata;

    VariableMapper(Metadata metadata) {
        this.metadata = metadata;
    }

    List<FhirObject> variables(Trial trial) {
        TrialNames names = new TrialNames(trial);
        List<FhirObject> variables = new ArrayList<>();
        trial.arms().forEach(arm -> variables.add(arm(trial, names, arm)));
        trial.results().forEach(result -> variables.add(outcome(trial, names, result)));
        Map<String, String> harms = new LinkedHashMap<>();
        for (Harm harm : trial.harms()) {
            harms.putIfAbsent(harm.id(), harm.event());
        }
        harms.forEach((id, event) -> variables.add(variable(trial, names.outcome(id), event)
                .add("identifier", names.part("harms", id))
                .add("characteristic", new FhirObject().with("definitionCodeableConcept", Datatypes.text(event)))));
        return variables;
    }

    private FhirObject variable(Trial trial, String id, String title) {
        return metadata.definition("EvidenceVariable", id, title)
                .with("meta", metadata.layer(trial.layer()))
                .with("status", "active");
    }

    private FhirObject arm(Trial trial, TrialNames names, Arm arm) {
        FhirObject variable =
                variable(trial, names.arm(arm.id()), arm.label()).add("identifier", names.part("arm", arm.id()));
        arm.drugs().forEach(drug -> variable.add("characteristic", content("drug", drug)));
        arm.classes().forEach(each -> variable.add("characteristic", content("drug-class", each)));
        arm.other().forEach(other -> variable.add("characteristic", content("other-treatment", other)));
        if (arm.placebo()) {
            variable.add("characteristic", content("placebo", "placebo"));
        }
        arm.doses().forEach(dose -> variable.add("characteristic", dose(dose)));
        return variable;
    }

    private FhirObject content(String kind, String name) {
        FhirObject definition = new FhirObject()
                .with("type", metadata.codes().concept(OwnSystem.ARM_CONTENT, kind, kind.replace('-', ' ')))
                .with("valueCodeableConcept", Datatypes.text(name));
        return new FhirObject().with("definitionByTypeAndValue", definition);
    }

    private FhirObject dose(Dose dose) {
        return content("dose", dose.drug())
                .add("extension", EvidenceExtension.AMOUNT.of(dose.amount()))
                .add("extension", EvidenceExtension.ROUTE.of(dose.route()))
                .add("extension", EvidenceExtension.SCHEDULE.of(dose.schedule()))
                .add("extension", EvidenceExtension.PRINTED.of(dose.printed()))
                .with("description", dose.text());
    }

    private FhirObject outcome(Trial trial, TrialNames names, Result result) {
        FhirObject time = new FhirObject().with("description", result.timepoint());
        FhirObject characteristic = new FhirObject()
                .with("description", result.label())
                .with("definitionCodeableConcept", Datatypes.text(result.endpoint()))
                .add("timeFromEvent", time);
        return variable(trial, names.outcome(result.id()), result.label())
                .add("identifier", names.part(result.id(), "outcome"))
                .with("shortTitle", result.endpoint())
                .add("note", assessment(result))
                .add("characteristic", characteristic);
    }

    private FhirObject assessment(Result result) {
        if (result.assessment() == null) {
            return new FhirObject();
        }
        return new StudyWords(metadata.codes()).note("assessment", result.assessment());
    }
}
