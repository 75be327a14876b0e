package io.nextline.fhir.evidence;

import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the resources that a trial is written as, and the names of its parts as the evidence base refers to them.
 *
 * @param trial the trial
 */
record TrialNames(Trial trial) {

    String study() {
        return FhirId.of(trial.id());
    }

    String population() {
        return FhirId.of(trial.id(), "population");
    }

    /** Returns the id of the group that a result is about: the trial's own population where the source names no other. */
    String population(@Nullable String analysed) {
        return analysed == null ? population() : FhirId.of(trial.id(), "population", analysed);
    }

    String arm(String arm) {
        return FhirId.of(trial.id(), "arm", arm);
    }

    String outcome(String resultOrHarm) {
        return FhirId.of(trial.id(), "outcome", resultOrHarm);
    }

    String result(Result result) {
        return FhirId.of(trial.id(), result.id());
    }

    String figures(Result result, ArmResult arm) {
        return FhirId.of(trial.id(), result.id(), arm.arm());
    }

    String harm(Harm harm) {
        return FhirId.of(trial.id(), harm.id(), harm.arm());
    }

    String derived(String derived) {
        return FhirId.of(trial.id(), "derived", derived);
    }

    String enrolled() {
        return FhirId.of(trial.id(), "enrolment");
    }

    String followUp() {
        return FhirId.of(trial.id(), "follow-up");
    }

    /** Returns the identifier of a part, for example {@code CONTACT-03/pfs}. */
    FhirObject part(String... names) {
        return Datatypes.identifier(Urls.PART, trial.id() + "/" + String.join("/", names));
    }
}
