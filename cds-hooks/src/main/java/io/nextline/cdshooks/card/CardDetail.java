package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The detail of a card, part after part: why it is shown, what was found, the harms, what the statements say, how the patient
 * compares, what is missing, where the limits are, and the sources.
 */
final class CardDetail {

    private static final String NOT_CHECKED =
            "**Not checked here:** drug interactions, organ function, contraindications, doses. For clinicians: this"
                    + " reports what trials found; the choice is yours and the patient's.\n";

    private final EvidenceReport report;
    private final CardPlan plan;
    private final Map<String, TrialText> trials;

    CardDetail(EvidenceReport report, CardPlan plan, Map<String, TrialText> trials) {
        this.report = report;
        this.plan = plan;
        this.trials = trials;
    }

    /** Writes as much as fits. */
    String write() {
        String text = "";
        for (DetailLevel level : DetailLevel.ALL) {
            text = at(level);
            if (bytes(text) <= Card.MAX_DETAIL) {
                return text;
            }
        }
        return cut(text);
    }

    // As UTF-8, counted without encoding it.
    private static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private String at(DetailLevel level) {
        CardFigures figures = CardFigures.of(plan.statements(), trials, level.trials());
        StringBuilder text = new StringBuilder(Card.MAX_DETAIL);
        part(text, pregnancy());
        part(text, FactsText.why(report.facts()));
        part(text, figures.tables(level.populations()));
        part(text, figures.plot());
        part(text, figures.harms());
        part(text, statements(level));
        part(text, fit(level));
        part(text, missing(level));
        part(text, limits(level));
        part(text, NOT_CHECKED);
        part(text, sources(figures));
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static void part(StringBuilder text, String part) {
        if (!part.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n").append(part.stripTrailing()).append('\n');
        }
    }

    private String pregnancy() {
        return report.facts().pregnancy()
                ? "**An active pregnancy is recorded.** None of the figures below were reported for pregnant patients.\n"
                : "";
    }

    private String statements(DetailLevel level) {
        StringBuilder text = new StringBuilder("**What the evidence says:**\n\n");
        List<String> rest = new ArrayList<>();
        int shown = 0;
        for (StatementOutcome outcome : plan.statements()) {
            if (shown < level.statements()) {
                text.append("- ").append(StatementText.of(outcome)).append('\n');
                shown++;
            } else {
                rest.add(outcome.statement().id());
            }
        }
        return rest.isEmpty() ? text.toString() : text + "- Also, not told here: " + String.join(", ", rest) + "\n";
    }

    private String fit(DetailLevel level) {
        StatementOutcome lead = plan.lead();
        PatientFit fit = PatientFit.of(lead.evaluation());
        StringBuilder text = new StringBuilder("**This patient and ");
        text.append(lead.statement().id()).append(names(lead)).append(":**\n\n");
        text.append("- Met: ")
                .append(list(fit.reasons(Truth.TRUE), "nothing known so far"))
                .append('\n');
        text.append("- Not met: ")
                .append(list(fit.reasons(Truth.FALSE), "none found"))
                .append('\n');
        text.append("- Unknown: ")
                .append(list(fit.reasons(Truth.UNKNOWN), "none of what it asks"))
                .append('\n');
        text.append("- ").append(FactsText.condition(report.facts())).append('\n');
        if (level.populations()) {
            populations(lead, text);
        }
        return text.toString();
    }

    private static String names(StatementOutcome lead) {
        List<String> names = lead.statement().trials();
        return names.isEmpty() ? "" : " (" + Markdown.line(String.join(", ", names)) + ")";
    }

    private void populations(StatementOutcome lead, StringBuilder text) {
        for (String id : lead.statement().trials()) {
            TrialText trial = trials.get(id);
            if (trial != null && trial.trial().population() != null) {
                text.append("- Studied in ")
                        .append(Markdown.line(trial.trial().shortName()))
                        .append(": ");
                text.append(Markdown.line(trial.trial().population())).append('\n');
            }
        }
    }

    private static String list(List<String> reasons, String none) {
        return reasons.isEmpty() ? none : String.join("; ", reasons);
    }

    private String missing(DetailLevel level) {
        Set<String> shown = new LinkedHashSet<>();
        plan.statements().forEach(outcome -> shown.add(outcome.statement().id()));
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (RankedGap gap : report.missing()) {
            if (count < level.limits() && gap.decides().stream().anyMatch(shown::contains)) {
                text.append("- ").append(gap(gap)).append('\n');
                count++;
            }
        }
        return text.isEmpty() ? "" : "**Missing, and what it would help to decide:**\n\n" + text;
    }

    private static String gap(RankedGap gap) {
        String details = gap.details().isEmpty() ? "" : " (" + Markdown.line(String.join("; ", gap.details())) + ")";
        return Words.capital(Words.ofId(gap.fact().id())) + details + ": " + String.join(", ", gap.decides());
    }

    private String limits(DetailLevel level) {
        List<String> limits = new ArrayList<>();
        for (StatementOutcome outcome : plan.statements()) {
            outcome.statement()
                    .limits()
                    .forEach(limit -> limits.add(outcome.statement().id() + ": " + limit));
        }
        List<String> untested = new ArrayList<>();
        for (String id : plan.lead().statement().trials()) {
            TrialText trial = trials.get(id);
            if (trial != null) {
                trial.trial()
                        .notTested()
                        .forEach(what -> untested.add(trial.trial().shortName() + ": " + what));
            }
        }
        return bullets("**The trial did not test:**\n\n", untested, level.limits())
                + bullets("**Limits:**\n\n", limits, level.limits());
    }

    private static String bullets(String title, List<String> lines, int most) {
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(title);
        lines.stream()
                .limit(most)
                .forEach(line -> text.append("- ").append(Markdown.line(line)).append('\n'));
        return text.append('\n').toString();
    }

    private String sources(CardFigures figures) {
        Set<TrialText> cited = new LinkedHashSet<>(figures.trials());
        for (String id : plan.lead().statement().trials()) {
            TrialText trial = trials.get(id);
            if (trial != null) {
                cited.add(trial);
            }
        }
        StringBuilder text = new StringBuilder("**Sources:**\n\n");
        cited.forEach(trial -> text.append("- ").append(trial.source()).append('\n'));
        if (cited.isEmpty()) {
            text.append("- ")
                    .append(Markdown.line(plan.lead().statement().source()))
                    .append('\n');
        }
        EvidenceVersion version = report.version();
        return text.append("- Evidence base ")
                .append(version.version())
                .append(" (")
                .append(version.layer().id())
                .append("), asked as of ")
                .append(version.asOf())
                .append('\n')
                .toString();
    }

    // Only an evidence base with very long texts comes here; the full account is in the response's extension.
    private static String cut(String text) {
        String note = "\n\nShortened; the full account is in the response.";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int room = Card.MAX_DETAIL - note.length();
        String head = new String(bytes, 0, Math.min(room, bytes.length), StandardCharsets.UTF_8);
        int line = head.lastIndexOf('\n');
        return (line < 0 ? "" : head.substring(0, line)) + note;
    }
}
