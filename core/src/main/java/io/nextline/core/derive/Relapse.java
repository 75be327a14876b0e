package io.nextline.core.derive;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import io.nextline.core.fact.TherapyHistory;
import java.util.ArrayList;
import java.util.List;

/** Writes a relapse after adjuvant therapy down as the progression after that line, so that both tell the same story. */
final class Relapse {

    private Relapse() {}

    /** Returns the history with the relapse on the adjuvant line, if there was one. */
    static TherapyHistory onAdjuvantLine(TherapyHistory therapy, AdjuvantIci adjuvant) {
        if (!Boolean.TRUE.equals(adjuvant.relapse().orNull())) {
            return therapy;
        }
        List<LineOfTherapy> lines = new ArrayList<>();
        for (LineOfTherapy line : therapy.lines()) {
            lines.add(line.equals(adjuvant.line()) ? relapsed(line, adjuvant) : line);
        }
        return new TherapyHistory(
                lines,
                therapy.activeDrugs(),
                therapy.rows(),
                therapy.unidentified(),
                therapy.readWhole(),
                therapy.reachesBeginning(),
                therapy.count());
    }

    private static LineOfTherapy relapsed(LineOfTherapy line, AdjuvantIci adjuvant) {
        Progression known = line.progression().orNull();
        boolean stated = known != null && known.grade() == Progression.Grade.STATED;
        Finding<Progression> progression = stated
                ? line.progression()
                : Finding.known(
                        new Progression(
                                ProgressionRule.RELAPSE,
                                adjuvant.relapseDate(),
                                adjuvant.daysFromLastDose(),
                                "the record shows a relapse"),
                        adjuvant.relapse().fold(Finding.Known::provenance, open -> List.of()));
        boolean during = adjuvant.timing().orNull() == AdjuvantIci.Timing.DURING;
        boolean reasonOpen = line.endReason() == EndReason.UNKNOWN || line.endReason() == EndReason.SWITCHED;
        boolean afterwards = line.endReason() == EndReason.PROGRESSION
                && !during
                && adjuvant.timing().orNull() != null;
        EndReason reason = during && reasonOpen ? EndReason.PROGRESSION : line.endReason();
        return new LineOfTherapy(
                line.ordinal(),
                line.setting(),
                line.regimen(),
                line.start(),
                line.end(),
                afterwards ? ended(adjuvant) : reason,
                progression,
                line.counting(),
                line.provenance());
    }

    /** A relapse after the last dose did not end the adjuvant therapy. */
    private static EndReason ended(AdjuvantIci adjuvant) {
        return Boolean.TRUE.equals(adjuvant.completed().orNull()) ? EndReason.COMPLETED : EndReason.UNKNOWN;
    }

    /** Returns the adjuvant course with the line as it now stands in the history. */
    static AdjuvantIci onItsLine(AdjuvantIci adjuvant, TherapyHistory therapy) {
        for (LineOfTherapy line : therapy.lines()) {
            if (line.setting() == adjuvant.line().setting()
                    && line.provenance().equals(adjuvant.line().provenance())) {
                return new AdjuvantIci(
                        line,
                        adjuvant.relapse(),
                        adjuvant.relapseDate(),
                        adjuvant.timing(),
                        adjuvant.completed(),
                        adjuvant.daysFromLastDose());
            }
        }
        return adjuvant;
    }
}
