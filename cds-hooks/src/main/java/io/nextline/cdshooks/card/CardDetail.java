package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.Biomarkers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The detail of a card, part after part: why it is shown, what was found, the harms, what the statements say, how the patient
 * compares, what is missing, where the limits are, and the sources.
 */
final class CardDetail {

    private static final String NOT_CHECKED =
            "**Not checked here:** drug interactions, organ function, contraindications, doses. For clinicians: this"
                    + " reports what trials found; the choice is yours and the patient's.\n\n";

    private final EvidenceReport report;
    private final CardPlan plan;
    private final Wording wording;
    private final PlanText shared;
    private final List<String> statements;
    private final List<String> gaps;
    private final String cautions;
    private final String why;
    private final String fit;

    CardDetail(EvidenceReport report, CardPlan plan, Wording wording, PlanText shared) {
        this.report = report;
        this.plan = plan;
        this.wording = wording;
        this.shared = shared;
        this.statements = plan.statements().stream().map(wording::full).toList();
        this.gaps = gaps();
        this.cautions = Cautions.of(report.facts());
        this.why = FactsText.why(report.facts());
        this.fit = fit();
    }

    /** Writes as much as fits. */
    String write() {
        for (DetailLevel level : DetailLevel.ALL) {
            TextSink count = TextSink.counting();
            write(level, count);
            if (count.length() <= Card.MAX_DETAIL) {
                String text = text(level);
                if (bytes(text) <= Card.MAX_DETAIL) {
                    return text;
                }
            }
        }
        return cut(text(DetailLevel.ALL[DetailLevel.ALL.length - 1]));
    }

    private String text(DetailLevel level) {
        TextSink text = TextSink.keeping();
        write(level, text);
        return text.text();
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

    private void write(DetailLevel level, TextSink text) {
        text.add(cautions).add(why).section();
        text.add(shared.figures().text(level.trials(), level.populations()));
        statements(level, text);
        text.add(fit);
        if (level.populations()) {
            populations(text);
        }
        text.section();
        bullets("**Missing, and what it would help to decide:**\n\n", gaps, level, text);
        bullets("**The trial did not test:**\n\n", shared.untested(), level, text);
        bullets("**Limits:**\n\n", shared.limits(), level, text);
        text.add(NOT_CHECKED);
        sources(level, text);
    }

    private void statements(DetailLevel level, TextSink text) {
        text.add("**What the evidence says:**\n\n");
        List<String> rest = new ArrayList<>(0);
        for (int i = 0; i < statements.size(); i++) {
            StatementOutcome outcome = plan.statements().get(i);
            if (i < level.statements()) {
                text.line("- ", statements.get(i));
            } else if (level.summaries()) {
                text.line("- ", wording.brief(outcome));
            } else {
                rest.add(outcome.statement().id());
            }
        }
        if (!rest.isEmpty()) {
            text.line("- Also, not told here: ", String.join(", ", rest));
        }
        text.section();
    }

    private String fit() {
        StatementOutcome lead = plan.lead();
        PatientFit reasons = PatientFit.of(lead.evaluation());
        List<String> names = lead.statement().trials();
        String trials = names.isEmpty() ? "" : " (" + Markdown.line(String.join(", ", names)) + ")";
        return "**This patient and " + lead.statement().id() + trials + ":**\n\n"
                + "- Met: " + list(reasons.reasons(Truth.TRUE), "nothing known so far") + "\n"
                + "- Not met: " + list(reasons.reasons(Truth.FALSE), "none found") + "\n"
                + "- Unknown: " + list(reasons.reasons(Truth.UNKNOWN), "none of what it asks") + "\n"
                + drivers()
                + "- " + FactsText.condition(report.facts()) + "\n";
    }

    private String drivers() {
        Biomarkers biomarkers = report.facts().biomarkers();
        if (biomarkers == null) {
            return "";
        }
        DriverFit fit = new DriverFit(wording.trials(), report.version(), biomarkers);
        StringBuilder lines = new StringBuilder();
        shared.leadTrials()
                .forEach(trial ->
                        lines.append("- ").append(fit.line(trial.trial())).append('\n'));
        return lines.toString();
    }

    private static String list(List<String> reasons, String none) {
        return reasons.isEmpty() ? none : String.join("; ", reasons);
    }

    private void populations(TextSink text) {
        for (TrialText trial : shared.leadTrials()) {
            trial.population().forEach(population -> text.line("- ", population));
        }
    }

    private List<String> gaps() {
        Set<String> shown = new LinkedHashSet<>();
        plan.statements().forEach(outcome -> shown.add(outcome.statement().id()));
        return report.missing().stream()
                .filter(gap -> gap.decides().stream().anyMatch(shown::contains))
                .map(CardDetail::gap)
                .toList();
    }

    private static String gap(RankedGap gap) {
        String details = gap.details().isEmpty() ? "" : " (" + Markdown.line(String.join("; ", gap.details())) + ")";
        return Words.capital(Words.ofId(gap.fact().id())) + details + ": " + String.join(", ", gap.decides());
    }

    private static void bullets(String title, List<String> lines, DetailLevel level, TextSink text) {
        if (!lines.isEmpty()) {
            text.add(title);
            lines.subList(0, Math.min(level.limits(), lines.size())).forEach(line -> text.line("- ", line));
            text.section();
        }
    }

    private void sources(DetailLevel level, TextSink text) {
        Set<TrialText> cited = new LinkedHashSet<>();
        shared.figures().trials(level.trials()).forEach(trial -> cited.add(trial.trial()));
        cited.addAll(shared.leadTrials());
        text.add("**Sources:**\n\n");
        cited.forEach(trial -> text.line("- ", trial.source()));
        if (cited.isEmpty()) {
            text.line("- ", wording.source(plan.lead().statement()));
        }
        EvidenceVersion version = report.version();
        text.add("- Evidence base ")
                .add(version.version())
                .add(" (")
                .add(version.layer().id());
        text.line("), asked as of ", version.asOf().toString());
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
