package io.nextline.core.derive;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.TreatmentSetting;
import java.util.List;

/**
 * Which line for advanced disease each line is, as a range where dates or settings leave it open (hazard HZ-01), and how many there are.
 * Curative settings are counted apart (Saini and Twelves 2021).
 */
final class LineNumbers {

    private final List<LineDraft> lines;
    private final List<TreatmentSetting> settings;
    private final int undated;

    LineNumbers(List<LineDraft> lines, List<TreatmentSetting> settings) {
        this.lines = lines;
        this.settings = settings;
        this.undated = lines.size() < 2 ? 0 : undated(lines);
    }

    /** Returns the range of places that a line may have; 0 to 0 in a curative setting, from 0 where the setting is not known. */
    CountRange position(int index) {
        TreatmentSetting setting = settings.get(index);
        if (setting.isCurative()) {
            return CountRange.exactly(0);
        }
        int fewest = 1;
        int most = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (i != index && !isSurelyBefore(index, i)) {
                most += most(i);
                fewest += isSurelyBefore(i, index) ? fewest(i) : 0;
            }
        }
        boolean apart = index == 0 || lines.get(index).isSurelyApart();
        int lowest = apart
                ? fewest
                : Math.min(fewest, Math.max(1, position(index - 1).fewest()));
        lowest = undated > 0 ? 1 : lowest;
        return new CountRange(setting == TreatmentSetting.UNKNOWN ? 0 : lowest, most + undated);
    }

    /** Returns how many lines for advanced disease there are. */
    CountRange total() {
        int fewest = 0;
        int most = 0;
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            fewest += fewest(i);
            most += most(i);
            any |= settings.get(i) == TreatmentSetting.ADVANCED;
        }
        // An undated dose may lie between two lines and make them one, or open one of its own.
        fewest = undated > 0 ? Math.min(fewest, 1) : fewest;
        return new CountRange(any ? Math.max(1, fewest) : fewest, most + undated);
    }

    /** Returns whether dates put all lines, and the drugs within them, in order. */
    boolean isOrderKnown() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isOrderOpen() || (i + 1 < lines.size() && !isSurelyBefore(i, i + 1))) {
                return false;
            }
        }
        return undated == 0;
    }

    private int fewest(int index) {
        LineDraft line = lines.get(index);
        boolean counts = settings.get(index) == TreatmentSetting.ADVANCED && line.isSurelyApart();
        return counts && line.start() != null ? 1 : 0;
    }

    private int most(int index) {
        return settings.get(index).isCurative() ? 0 : 1 + lines.get(index).hidden();
    }

    private boolean isSurelyBefore(int earlier, int later) {
        return earlier < later && lines.get(earlier).isSurelyBefore(lines.get(later));
    }

    /** Counts the dated lines that hold a dose without a date, which may as well have opened a line of its own. */
    private static int undated(List<LineDraft> lines) {
        int drugs = 0;
        for (LineDraft line : lines) {
            for (DrugUse use : line.uses()) {
                if (use.start() == null && line.start() != null) {
                    drugs++;
                    break;
                }
            }
        }
        return drugs;
    }
}
