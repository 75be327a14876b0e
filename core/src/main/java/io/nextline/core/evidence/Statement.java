package io.nextline.core.evidence;

import io.nextline.core.criterion.Criterion;
import io.nextline.core.fact.DiagnosisType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision statement of the evidence base: what the evidence says, and about which patients. Its texts hold no figure of
 * their own: every number was put in from a trial file when the base was loaded.
 *
 * @param id {@code DS-n} or {@code UPD-n}
 * @param seed whether it rests on the source documents alone
 * @param kind what it does
 * @param strength how strong its evidence is
 * @param cancers the cancers it speaks of; a patient with another one never needs it evaluated
 * @param topic the question it helps to answer
 * @param leads whether it may open a card; if not, it only joins one
 * @param warns whether it makes the card a warning when a selected draft completes the regimen it argues against
 * @param outsideTrial whether it argues about therapy outside a trial, and is silent for a research protocol
 * @param population which patients it is about
 * @param proposal which drafted order it is about, or null if none is needed
 * @param drugs the drugs it argues for or against, sorted
 * @param summary one line for the head of a card
 * @param text the statement itself
 * @param limits what it does not cover or cannot show
 * @param trials the ids of the trials it rests on
 * @param figures results to tabulate, each {@code TRIAL/result}
 * @param harms harms to tabulate, each {@code TRIAL/harm}
 * @param source the document and place it was taken from
 * @param guards the statements that it turns off when it holds
 * @param supersedes the statements that it replaces from its publication on
 * @param published when an update was published, ISO date, or null for a seed statement
 */
public record Statement(
        String id,
        boolean seed,
        StatementKind kind,
        Strength strength,
        List<DiagnosisType> cancers,
        Topic topic,
        boolean leads,
        boolean warns,
        boolean outsideTrial,
        Criterion population,
        @Nullable Criterion proposal,
        List<String> drugs,
        String summary,
        String text,
        List<String> limits,
        List<String> trials,
        List<String> figures,
        List<String> harms,
        String source,
        List<String> guards,
        List<String> supersedes,
        @Nullable String published) {

    /** Copies the lists. */
    public Statement {
        cancers = List.copyOf(cancers);
        drugs = List.copyOf(drugs);
        limits = List.copyOf(limits);
        trials = List.copyOf(trials);
        figures = List.copyOf(figures);
        harms = List.copyOf(harms);
        guards = List.copyOf(guards);
        supersedes = List.copyOf(supersedes);
    }
}
