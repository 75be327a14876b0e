package io.nextline.fhir.evidence;

import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a trial was about, as {@code Group}: its population, the groups analysed, and each arm that was counted. */
final class PopulationMapper {
    private final Metadata metadata;

    PopulationMapper(Metadata metadata) {
        this.metadata = metadata;
    }

    List<FhirObject> groups(Trial trial) {
        TrialNames names = new TrialNames(trial);
        List<FhirObject> groups = new ArrayList<>();
        groups.add(population(trial, names));
        analysed(trial)
                .forEach(each -> groups.add(group(trial, names.population(each), false)
                        .add("identifier", names.part("population", FhirId.of(each)))
                        .with("name", trial.shortName() + ": " + each)
                        .with("description", metadata.r4() ? null : each)));
        trial.arms().stream()
                .filter(arm -> arm.randomised() != null || arm.treated() != null)
                .forEach(arm -> groups.add(group(trial, names.arm(arm.id()), true)
                        .add("identifier", names.part("arm", arm.id()))
                        .add("extension", EvidenceExtension.TREATED.of(arm.treated()))
                        .with("name", trial.shortName() + ": patients assigned to " + arm.label())
                        .with("quantity", arm.randomised())));
        return groups;
    }

    private static Set<String> analysed(Trial trial) {
        Set<String> populations = new LinkedHashSet<>();
        trial.results().stream()
                .map(Result::population)
                .filter(Objects::nonNull)
                .forEach(populations::add);
        return populations;
    }

    private FhirObject population(Trial trial, TrialNames names) {
        FhirObject group = group(trial, names.population(), false)
                .add("identifier", names.part("population"))
                .with("name", trial.shortName() + ": population");
        describe(group, trial.population());
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null && enrolment.minimumAge() != null) {
            BigDecimal years = BigDecimal.valueOf(enrolment.minimumAge());
            FhirObject atLeast = new FhirObject().with("low", Datatypes.quantity(years, "years", "a"));
            group.add("characteristic", trait("age", "age", "valueRange", atLeast, false));
        }
        for (String biomarker : trial.excludedBiomarkers()) {
            FhirObject value = metadata.codes().concept(OwnSystem.BIOMARKER, biomarker, biomarker);
            group.add("characteristic", trait("biomarker", "biomarker", "valueCodeableConcept", value, true));
        }
        return group;
    }

    /** R4 has no description of a group: its words are the name there. */
    private void describe(FhirObject group, @Nullable String population) {
        if (metadata.r4()) {
            group.with("name", population);
        } else {
            group.with("description", population);
        }
    }

    private FhirObject trait(String code, String display, String field, FhirObject value, boolean exclude) {
        return new FhirObject()
                .with("code", metadata.codes().concept(OwnSystem.POPULATION, code, display))
                .with(field, value)
                .with("exclude", exclude);
    }

    private FhirObject group(Trial trial, String id, boolean counted) {
        FhirObject group = metadata.resource("Group", id).with("meta", metadata.layer(trial.layer()));
        group.with("type", "person");
        if (metadata.r4()) {
            return group.with("actual", counted);
        }
        return group.with("membership", counted ? "enumerated" : "definitional");
    }
}
