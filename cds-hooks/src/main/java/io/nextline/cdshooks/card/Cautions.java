package io.nextline.cdshooks.card;

import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.List;

/** What must be read before any figure: pregnancy, breastfeeding (hazard HZ-20), and what is known of drivers (HZ-18). */
final class Cautions {

    private static final String PREGNANT =
            "**An active pregnancy is recorded.** Trials of these drugs exclude pregnant patients, and none of the figures below was"
                    + " reported for one.\n\n";
    private static final String BREASTFEEDING =
            "**Breastfeeding is recorded.** Trials of these drugs exclude breastfeeding patients, and none of the figures below was"
                    + " reported for one.\n\n";

    private Cautions() {}

    /** Returns the first lines of a card; empty when there is nothing to say. */
    static String of(PatientFacts facts) {
        StringBuilder text = new StringBuilder();
        if (facts.pregnancy()) {
            text.append(PREGNANT);
        }
        if (!facts.circumstances().lactation().isEmpty()) {
            text.append(BREASTFEEDING);
        }
        if (facts.biomarkers() != null) {
            text.append(biomarkers(facts.biomarkers()));
        }
        return text.toString();
    }

    private static String biomarkers(Biomarkers biomarkers) {
        List<String> open = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (Biomarkers.Marker marker : biomarkers.markers()) {
            Biomarkers.Result known = marker.result().orNull();
            if (!marker.driver()) {
                other.add(marker.name() + (known == null ? " not known" : detail(known)));
            } else if (known == null) {
                open.add(marker.name());
            } else if (known.positive()) {
                found.add(marker.name() + detail(known));
            } else {
                absent.add(marker.name());
            }
        }
        return "**Drivers of the tumour:** not known in the record: " + list(open) + ". Found: " + list(found)
                + ". Tested and not found: " + list(absent) + "."
                + (other.isEmpty() ? "" : " Also: " + String.join(", ", other) + ".") + "\n\n";
    }

    private static String detail(Biomarkers.Result result) {
        String detail = result.detail() == null ? "" : " " + Markdown.line(result.detail());
        return detail + (result.date() == null ? "" : " (" + Words.date(result.date()) + ")");
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
