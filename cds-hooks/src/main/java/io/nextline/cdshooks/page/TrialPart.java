package io.nextline.cdshooks.page;

import io.nextline.cdshooks.page.plot.PlotFigure;
import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Rate;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of one trial: figures, harms, arms, who was in it and who was not.
 *
 * @param link to the trial's own page
 * @param heading phase, design and size
 * @param tables its results
 * @param medians its median times as a picture, or null
 * @param harms its harms
 * @param arms its arms
 * @param population who was in it, or null where no source says so
 * @param notTested who or what was not in it
 * @param disputes figures that are contradicted or unclear, as printed
 * @param citation where it is written
 */
record TrialPart(
        PageLink link,
        String heading,
        List<ResultTable> tables,
        @Nullable PlotFigure medians,
        List<HarmTable> harms,
        List<ArmRow> arms,
        @Nullable String population,
        List<String> notTested,
        List<String> disputes,
        CitationView citation) {
    /** The primary endpoint comes first, and one that a source names as secondary last (hazard HZ-25). */
    static final Comparator<Result> PRIMARY_FIRST = Comparator.comparingInt(result -> switch (result.role()) {
        case PRIMARY -> 0;
        case UNSTATED -> 1;
        case NOT_PRIMARY -> 2;
    });

    /**
     * An arm.
     *
     * @param label its name
     * @param role experimental or control, empty where that is open
     * @param randomised patients assigned, empty where not printed
     * @param treated patients treated, empty where not printed
     * @param given what they received, with dose and schedule
     */
    record ArmRow(String label, String role, String randomised, String treated, String given) {}

    /**
     * Puts together what is shown.
     *
     * @param results the results to show
     * @param harms the harms to show; all where none is named
     * @param words what the pages have in common
     */
    static TrialPart of(Trial trial, List<Result> results, Collection<String> harms, PageWords words) {
        List<Result> sorted = results.stream().sorted(PRIMARY_FIRST).toList();
        return new TrialPart(
                words.link(trial),
                heading(trial),
                ResultTable.of(trial, sorted),
                Plots.medians(trial, sorted, words),
                HarmTable.of(trial, harms),
                trial.arms().stream().map(TrialPart::arm).toList(),
                trial.population(),
                trial.notTested(),
                disputes(sorted),
                words.citation(trial));
    }

    private static String heading(Trial trial) {
        List<String> parts = new ArrayList<>();
        if (trial.phase() != null) {
            parts.add("phase " + trial.phase());
        }
        if (trial.design() != null) {
            for (String part :
                    new String[] {trial.design().allocation(), trial.design().masking()}) {
                if (part != null) {
                    parts.add(PageText.ofId(part));
                }
            }
        }
        if (trial.enrolment() != null && trial.enrolment().randomised() != null) {
            parts.add(trial.enrolment().randomised() + " randomised");
        }
        return String.join(", ", parts);
    }

    private static ArmRow arm(Arm arm) {
        Arm.Role role = arm.role();
        return new ArmRow(
                arm.label(),
                role == null ? "" : role.id(),
                number(arm.randomised()),
                number(arm.treated()),
                given(arm));
    }

    private static String number(@Nullable Integer count) {
        return count == null ? "" : count.toString();
    }

    private static String given(Arm arm) {
        Stream<String> drugs = Stream.of(arm.doses().isEmpty() ? String.join(" + ", arm.drugs()) : arm.doseText());
        Stream<String> others = Stream.concat(arm.classes().stream(), arm.other().stream());
        Stream<String> placebo = arm.placebo() ? Stream.of("placebo") : Stream.empty();
        return Stream.of(drugs, others, placebo)
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    private static List<String> disputes(List<Result> results) {
        List<String> disputes = new ArrayList<>();
        for (Result result : results) {
            for (ArmResult arm : result.arms()) {
                Median median = arm.median();
                if (median != null && median.disputed()) {
                    disputes.add(dispute(result, median.printed()));
                }
                Rate rate = arm.rate();
                if (rate != null && rate.disputed()) {
                    disputes.add(dispute(result, rate.printed()));
                }
            }
            Effect effect = result.effect();
            if (effect != null && effect.disputed()) {
                disputes.add(dispute(result, effect.printed()));
            }
        }
        return disputes;
    }

    private static String dispute(Result result, String printed) {
        return PageText.capital(result.label()) + ": a source prints \u201c" + printed
                + "\u201d; contradicted or unclear, so no card and no plot shows it.";
    }
}
