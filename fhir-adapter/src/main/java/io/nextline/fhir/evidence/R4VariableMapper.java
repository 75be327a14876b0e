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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whom a result is about, what was given and what was measured, as R4 {@code EvidenceVariable}. */
final class R4VariableMapper {
    private final Metadata metadata;

    R4VariableMapper(Metadata metadata) {
        this.metadata = metadata;
    }

    List<FhirObject> variables(Trial trial) {
        TrialNames names = new TrialNames(trial);
        List<FhirObject> variables = new ArrayList<>();
        populations(trial, names)
                .forEach((id, title) -> variables.add(variable(trial, id, title)
                        .add(
                                "characteristic",
                                new FhirObject().with("definitionReference", Datatypes.reference("Group", id)))));
        trial.arms().forEach(arm -> variables.add(arm(trial, names, arm)));
        trial.results().forEach(result -> variables.add(outcome(trial, names, result)));
        Map<String, String> harms = new LinkedHashMap<>();
        for (Harm harm : trial.harms()) {
            harms.putIfAbsent(harm.id(), harm.event());
        }
        harms.forEach((id, event) -> variables.add(variable(trial, names.outcome(id), event)
                .add("identifier", names.part("harms", id))
                .add("characteristic", named(event))));
        return variables;
    }

    private static Map<String, String> populations(Trial trial, TrialNames names) {
        Map<String, String> populations = new TreeMap<>();
        if (!trial.results().isEmpty() || !trial.harms().isEmpty()) {
            populations.put(names.population(), trial.shortName() + ": population");
        }
        for (Result result : trial.results()) {
            if (result.population() != null) {
                populations.put(names.population(result.population()), trial.shortName() + ": " + result.population());
            }
        }
        return populations;
    }

    private FhirObject variable(Trial trial, String id, String title) {
        return metadata.definition("EvidenceVariable", id, title)
                .with("meta", metadata.layer(trial.layer()))
                .with("status", "active");
    }

    private static FhirObject named(String name) {
        return new FhirObject().with("definitionCodeableConcept", Datatypes.text(name));
    }

    private FhirObject arm(Trial trial, TrialNames names, Arm arm) {
        FhirObject variable =
                variable(trial, names.arm(arm.id()), arm.label()).add("identifier", names.part("arm", arm.id()));
        boolean bare =
                arm.drugs().isEmpty() && arm.classes().isEmpty() && arm.other().isEmpty() && !arm.placebo();
        Stream.of(arm.drugs(), arm.classes(), arm.other(), arm.placebo() ? List.of("placebo") : List.<String>of())
                .flatMap(List::stream)
                .forEach(each -> variable.add("characteristic", named(each)));
        arm.doses().forEach(dose -> variable.add("characteristic", dose(dose)));
        return bare ? variable.add("characteristic", named(arm.label())) : variable;
    }

    private static FhirObject dose(Dose dose) {
        return named(dose.drug())
                .with("description", dose.text())
                .add("extension", EvidenceExtension.AMOUNT.of(dose.amount()))
                .add("extension", EvidenceExtension.ROUTE.of(dose.route()))
                .add("extension", EvidenceExtension.SCHEDULE.of(dose.schedule()))
                .add("extension", EvidenceExtension.PRINTED.of(dose.printed()));
    }

    private FhirObject outcome(Trial trial, TrialNames names, Result result) {
        FhirObject variable = variable(trial, names.outcome(result.id()), result.label())
                .add("identifier", names.part(result.id(), "outcome"))
                .with("shortTitle", result.endpoint())
                .add("characteristic", named(result.endpoint()).with("description", result.label()));
        StudyWords words = new StudyWords(metadata.codes());
        if (result.assessment() != null) {
            variable.add("note", words.note("assessment", result.assessment()));
        }
        if (result.timepoint() != null) {
            variable.add("note", words.note("time-point", result.timepoint()));
        }
        return variable;
    }
}
