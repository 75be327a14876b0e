package io.nextline.samples.cli.explain;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The conclusion in one sentence: which cancer, how many lines, and whether it progressed. */
final class Headline {

    private Headline() {}

    static String of(PatientFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(cancer(facts));
        LineOfTherapy latest = facts.therapy().latest();
        if (latest == null) {
            parts.add("no systemic anticancer therapy recognised");
        } else {
            parts.add(lines(facts.therapy()));
            parts.add(progression(latest));
        }
        String sentence = String.join("; ", parts) + ".";
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String cancer(PatientFacts facts) {
        Diagnosis diagnosis = facts.diagnosis();
        if (diagnosis.type().orNull() == null) {
            return "type of cancer not determined";
        }
        String histology = diagnosis.histology().orNull();
        Stage stage = facts.stage().orNull();
        return diagnosis.publishedType().display()
                + (histology == null ? "" : ", " + histology.replace('-', ' '))
                + (stage == null ? "" : ", " + stage.id().replace('-', ' '));
    }

    private static String lines(TherapyHistory therapy) {
        Map<TreatmentSetting, Integer> counts = new EnumMap<>(TreatmentSetting.class);
        therapy.lines().forEach(line -> counts.merge(line.setting(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        CountRange advanced = therapy.count().advanced();
        if (advanced.most() > 0) {
            words.add(advanced.words() + " advanced" + plural(advanced.most()));
        }
        counts.forEach((setting, count) -> {
            if (setting != TreatmentSetting.ADVANCED) {
                words.add(count + " " + setting.id() + plural(count));
            }
        });
        return String.join(" and ", words);
    }

    private static String plural(int count) {
        return count == 1 ? " line" : " lines";
    }

    private static String progression(LineOfTherapy latest) {
        Progression known = latest.progression().orNull();
        if (known == null) {
            return "progression not known";
        }
        return known.isProgression() ? "progression " + Facts.grade(latest.progression()) : "no progression";
    }
}
