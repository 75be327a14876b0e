package io.nextline.samples.cli.explain;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the lines of therapy: a table, then for each line the rule and the entries it was counted from. */
final class Lines {

    private Lines() {}

    static List<Text> told(TherapyHistory therapy, int width) {
        if (therapy.lines().isEmpty()) {
            return List.of(Text.of("No systemic anticancer therapy was recognised."));
        }
        List<Text> lines = new ArrayList<>(table(therapy, width));
        lines.add(Text.EMPTY);
        for (LineOfTherapy line : therapy.lines()) {
            String counted = label(line) + " (" + drugs(line) + "): " + line.rule() + "; from ";
            lines.addAll(
                    Text.of(counted).plus(Sources.ofFact(line.provenance())).wrappedHanging(width, 2));
        }
        return lines;
    }

    /** The same on few lines: below the table the rule of each line and what shows its progression, each with an entry. */
    static List<Text> brief(TherapyHistory therapy, int width) {
        if (therapy.lines().isEmpty()) {
            return List.of(Text.of("No systemic anticancer therapy was recognised."));
        }
        List<Text> lines = new ArrayList<>(table(therapy, width));
        for (LineOfTherapy line : therapy.lines()) {
            Text told = Text.of(label(line) + ": " + line.rule() + "; from ")
                    .plus(Sources.leading(line.provenance(), ""))
                    .plus(". ")
                    .plus(progression(line));
            lines.addAll(told.wrappedHanging(width, 3));
        }
        return lines;
    }

    private static Text progression(LineOfTherapy line) {
        return line.progression()
                .fold(
                        known -> Text.of((known.value().isProgression() ? "Progression: " : "No progression: ")
                                        + known.value().rule() + "; from ")
                                .plus(entry(line, known.provenance())),
                        open -> Text.of("[?] Not known: ", Style.OPEN)
                                .plus(open.gap().detail()));
    }

    private static Text entry(LineOfTherapy line, List<Provenance> provenance) {
        return provenance.equals(line.provenance())
                ? Text.of("the same", Style.FAINT)
                : Sources.leading(provenance, "");
    }

    private static List<Text> table(TherapyHistory therapy, int width) {
        Table table = new Table("Line", "Setting", "Drugs", "Start", "End", "Ended by", "Progression");
        for (LineOfTherapy line : therapy.lines()) {
            table.row(
                    Text.of(label(line)),
                    Text.of(line.setting().id()),
                    Text.of(drugs(line)),
                    Text.of(date(line.start(), "undated")),
                    Text.of(date(line.end(), line.endReason() == EndReason.ONGOING ? "" : "undated")),
                    Text.of(line.endReason().id()),
                    Text.of(Facts.grade(line.progression())));
        }
        return table.lines(width);
    }

    static String label(LineOfTherapy line) {
        CountRange position = line.counting().position();
        if (position.fewest() == 0) {
            return line.setting() == TreatmentSetting.UNKNOWN ? "?" : "-";
        }
        return position.words();
    }

    static String drugs(LineOfTherapy line) {
        return Facts.names(line.regimen());
    }

    private static String date(@Nullable FhirDate date, String without) {
        return date == null ? without : date.text();
    }
}
