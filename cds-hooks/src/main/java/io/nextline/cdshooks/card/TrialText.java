package io.nextline.cdshooks.card;

import io.nextline.core.trial.Derived;
import io.nextline.core.trial.Design;
import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What one trial lends to cards, in words worked out once. Immutable. */
final class TrialText {

    // The primary endpoint opens every table, and one that a source names as secondary comes last (hazard HZ-25).
    private static final Comparator<ResultText> PRIMARY_FIRST = Comparator.comparingInt(text -> switch (text.role()) {
        case PRIMARY -> 0;
        case UNSTATED -> 1;
        case NOT_PRIMARY -> 2;
    });

    private final Trial trial;
    private final String heading;
    private final String source;
    private final String name;
    private final List<String> population;
    private final List<String> notTested;
    private final List<ResultText> results;
    private final List<HarmText> harms;

    TrialText(Trial trial, CardSources sources) {
        this.trial = trial;
        this.name = Markdown.line(trial.shortName());
        this.heading = heading(trial);
        this.population = trial.population() == null
                ? List.of()
                : List.of("Studied in " + name + ": " + Markdown.line(trial.population()));
        this.notTested = trial.notTested().stream()
                .map(what -> name + ": " + Markdown.line(what))
                .toList();
        this.source = SourceText.of(trial, sources);
        this.results = trial.results().stream()
                .map(result -> ResultText.of(trial, result))
                .filter(Objects::nonNull)
                .toList();
        this.harms = harms(trial);
    }

    /** One harm, in every arm. */
    record HarmText(String id, String line) {}

    /** Returns the trial. */
    Trial trial() {
        return trial;
    }

    /** Returns the name for people. */
    String name() {
        return name;
    }

    /** Returns who was studied, in one line; nothing where the source does not say. */
    List<String> population() {
        return population;
    }

    /** Returns who or what was not studied. */
    List<String> notTested() {
        return notTested;
    }

    /** Returns the name with phase, design and size. */
    String heading() {
        return heading;
    }

    /** Returns where it is published. */
    String source() {
        return source;
    }

    /** Returns the results of these ids and every primary one, primary ones first. */
    List<ResultText> results(Collection<String> ids) {
        return results.stream()
                .filter(text -> ids.contains(text.id()) || text.role() == Result.Role.PRIMARY)
                .sorted(PRIMARY_FIRST)
                .toList();
    }

    /** Returns the harms of these ids; all of them where no id is asked for. */
    List<String> harms(Collection<String> ids) {
        return harms.stream()
                .filter(text -> ids.isEmpty() || ids.contains(text.id()))
                .map(HarmText::line)
                .toList();
    }

    private static String heading(Trial trial) {
        List<String> parts = new ArrayList<>();
        if (trial.phase() != null) {
            parts.add("phase " + trial.phase());
        }
        Design design = trial.design();
        if (design != null) {
            for (String part : new String[] {design.allocation(), design.masking()}) {
                if (part != null) {
                    parts.add(Words.ofId(part));
                }
            }
        }
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null && enrolment.randomised() != null) {
            parts.add(enrolment.randomised() + " randomised");
        }
        return Markdown.line(trial.shortName()) + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    private static List<HarmText> harms(Trial trial) {
        List<HarmText> texts = new ArrayList<>();
        List<String> ids = trial.harms().stream().map(Harm::id).distinct().toList();
        for (String id : ids) {
            List<Harm> arms = trial.harms(id);
            StringBuilder line =
                    new StringBuilder(Words.capital(Markdown.line(arms.get(0).event())));
            line.append(" (").append(Markdown.line(trial.shortName())).append(')');
            String separator = ": ";
            for (Harm harm : arms) {
                line.append(separator)
                        .append(label(trial, harm))
                        .append(' ')
                        .append(harm.count().text());
                separator = "; ";
            }
            difference(trial, id).forEach(text -> line.append("; ").append(text));
            texts.add(new HarmText(id, line.toString()));
        }
        return List.copyOf(texts);
    }

    private static String label(Trial trial, Harm harm) {
        return trial.arm(harm.arm()).map(arm -> Markdown.line(arm.label())).orElse(harm.arm());
    }

    // No source prints a difference; the trial file holds it, marked as derived, under the harm's own name.
    private static List<String> difference(Trial trial, String harm) {
        return trial.derived().stream()
                .filter(derived -> derived.id().equals(harm + "-per-100"))
                .map((Derived derived) -> "difference: " + derived.text())
                .toList();
    }
}
