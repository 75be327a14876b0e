package io.nextline.cdshooks.card;

import io.nextline.core.evidence.Statement;
import java.util.List;
import java.util.Objects;

/**
 * What a card says whoever the patient is: all that follows from its statements alone.
 *
 * @param figures the figures of the trials
 * @param leadTrials the trials of the first statement
 * @param untested who or what these did not study
 * @param limits what the statements do not cover
 * @param links where the publications are
 */
record PlanText(
        CardFigures figures, List<TrialText> leadTrials, List<String> untested, List<String> limits, List<Link> links) {

    static PlanText of(List<Statement> statements, Wording wording) {
        TrialTexts trials = wording.trials();
        List<TrialText> lead = statements.get(0).trials().stream()
                .map(trials::text)
                .filter(Objects::nonNull)
                .toList();
        return new PlanText(
                CardFigures.of(statements, trials),
                lead,
                lead.stream().flatMap(trial -> trial.notTested().stream()).toList(),
                statements.stream()
                        .flatMap(statement -> wording.limits(statement).stream())
                        .toList(),
                PublicationLinks.of(statements, trials));
    }
}
