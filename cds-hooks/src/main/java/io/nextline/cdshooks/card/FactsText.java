package io.nextline.cdshooks.card;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts that a card rests on, in words, with their dates: why the clinician sees it. */
final class FactsText {

    private static final int MOST_WARNINGS = 3;

    private FactsText() {}

    /** Returns the facts in one paragraph and the lines of therapy below it. */
    static String why(PatientFacts facts) {
        List<String> parts = new ArrayList<>();
        drafts(facts, parts);
        parts.add(diagnosis(facts.diagnosis()));
        parts.add(stage(facts));
        StringBuilder text = new StringBuilder("**Why you see this:** ");
        text.append(String.join("; ", parts)).append(".\n").append(lines(facts.therapy()));
        warnings(facts, text);
        return text.toString();
    }

    private static void drafts(PatientFacts facts, List<String> parts) {
        List<DraftOrder> selected =
                facts.proposal().drafts().stream().filter(DraftOrder::selected).toList();
        if (selected.isEmpty()) {
            return;
        }
        String drugs = Words.regimen(facts.proposal().selectedDrugs());
        String procedures = selected.stream()
                .map(DraftOrder::procedure)
                .filter(procedure -> procedure != null)
                .map(Words::ofId)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!drugs.isEmpty()) {
            parts.add("draft order: " + drugs);
        }
        if (!procedures.isEmpty()) {
            parts.add("draft order: " + procedures);
        }
        if (!facts.proposal().activeDrugs().isEmpty()) {
            parts.add("active now: " + Words.regimen(facts.proposal().activeDrugs()));
        }
    }

    private static String diagnosis(Diagnosis diagnosis) {
        String type = diagnosis.type().fold(known -> known.value().display(), open -> "cancer, type not determined");
        String histology =
                diagnosis.histology().fold(known -> Words.ofId(known.value()), open -> "histology not known");
        String since = diagnosis.diagnosed() == null ? "" : ", diagnosed " + Words.date(diagnosis.diagnosed());
        return type + " (" + histology + since + ")";
    }

    private static String stage(PatientFacts facts) {
        String stage = facts.stage()
                .fold((Finding.Known<Stage> known) -> Words.ofId(known.value().id()), open -> "not known");
        String sites = facts.metastaticSites().stream().map(FactsText::site).collect(Collectors.joining(", "));
        return "stage now: " + stage + (sites.isEmpty() ? "" : "; metastases: " + sites);
    }

    private static String site(MetastaticSite site) {
        return Words.ofId(site.site()) + (site.since() == null ? "" : " (" + Words.date(site.since()) + ")");
    }

    private static String lines(TherapyHistory therapy) {
        if (therapy.lines().isEmpty()) {
            return "No line of systemic therapy is known.\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(Words.count(therapy.lines().size(), "line"))
                .append(" of systemic therapy counted from ")
                .append(entries(therapy))
                .append(therapy.lines().size() == 1 ? "; please check it:\n\n" : "; please check the count:\n\n");
        for (LineOfTherapy line : therapy.lines()) {
            text.append("- ").append(line(line)).append('\n');
        }
        return text.toString();
    }

    private static String entries(TherapyHistory therapy) {
        long entries = therapy.lines().stream()
                .flatMap(line -> line.provenance().stream())
                .map(Provenance::reference)
                .distinct()
                .count();
        return entries == 1 ? "1 entry of the record" : entries + " entries of the record";
    }

    private static String line(LineOfTherapy line) {
        CountRange position = line.counting().position();
        String name =
                position.fewest() == 0 ? "not counted as a line for advanced disease" : "line " + position.words();
        String end = line.end() == null ? "" : " to " + Words.date(line.end());
        return name + " (setting: " + line.setting().id() + "): " + Words.regimen(line.regimen()) + ", "
                + Words.date(line.start()) + end + ", end: "
                + Words.ofId(line.endReason().id()) + progression(line);
    }

    private static String progression(LineOfTherapy line) {
        Progression known = line.progression().orNull();
        if (known == null) {
            return "; progression: unknown";
        }
        String date = known.date() == null ? "" : " " + Words.date(known.date());
        boolean weaker =
                known.grade() == Progression.Grade.INFERRED || known.basis().isReportText();
        String rule = weaker ? " (" + Markdown.line(known.rule()) + ")" : "";
        return "; progression: " + known.grade().id() + date + rule;
    }

    private static void warnings(PatientFacts facts, StringBuilder text) {
        int unidentified = facts.therapy().unidentified().size();
        List<String> warnings = new ArrayList<>();
        if (unidentified > 0) {
            warnings.add(Words.count(unidentified, "therapy row") + " could not be identified");
        }
        warnings.addAll(facts.warnings());
        if (warnings.isEmpty()) {
            return;
        }
        text.append("\nAbout the record: ");
        text.append(warnings.stream()
                .limit(MOST_WARNINGS)
                .map(Markdown::line)
                .map(Words::unended)
                .collect(Collectors.joining("; ")));
        int more = warnings.size() - MOST_WARNINGS;
        text.append(more > 0 ? "; " + more + " more" : "").append(".\n");
    }

    /** Returns performance status and risk group, which trials report by. */
    static String condition(PatientFacts facts) {
        String status = facts.performanceStatus().fold(known -> status(known.value()), open -> "unknown");
        String imdc = facts.imdc() == null ? "" : "; IMDC risk: " + imdc(facts.imdc());
        return "Performance status (ECOG): " + status + imdc + ".";
    }

    private static String status(PerformanceStatus status) {
        return status.text() + " (" + Words.date(status.date())
                + (status.stale() ? ", older than the profile allows" : "") + ")";
    }

    private static String imdc(Imdc imdc) {
        String groups = imdc.groups().stream().map(Imdc.Group::id).collect(Collectors.joining(" or "));
        String open = imdc.factors().entrySet().stream()
                .filter(factor -> factor.getValue().orNull() == null)
                .map(Map.Entry::getKey)
                .map(Imdc.Factor::id)
                .collect(Collectors.joining(", "));
        return groups + (open.isEmpty() ? "" : " (unknown: " + open + ")");
    }
}
