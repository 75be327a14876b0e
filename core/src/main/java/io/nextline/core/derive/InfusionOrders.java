package io.nextline.core.derive;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An order is not a dose: where doses of an infused drug are on record, its orders near them take the date of the nearest dose
 * and keep only what they say of stopping, setting and going on.
 */
final class InfusionOrders {

    private InfusionOrders() {}

    /** Returns the uses with such orders moved to the nearest dose. */
    static List<DrugUse> datedByDoses(List<DrugUse> uses, Profile profile) {
        Map<String, List<FhirDate>> doses = new HashMap<>();
        for (DrugUse use : uses) {
            if (use.givenness() == Givenness.ADMINISTERED
                    && use.start() != null
                    && use.drug().intravenous()) {
                doses.computeIfAbsent(use.drug().name(), name -> new ArrayList<>())
                        .add(use.start());
            }
        }
        if (doses.isEmpty()) {
            return uses;
        }
        doses.values().forEach(days -> days.sort(Dates.BY_DAY));
        return uses.stream().map(use -> moved(use, doses, profile)).toList();
    }

    private static DrugUse moved(DrugUse use, Map<String, List<FhirDate>> doses, Profile profile) {
        List<FhirDate> days = doses.get(use.drug().name());
        FhirDate start = use.start();
        if (use.givenness() != Givenness.ORDERED || days == null || start == null) {
            return use;
        }
        FhirDate nearest = nearest(days, start);
        if (Math.abs(Dates.days(start, nearest)) > profile.requestNearAdministrationDays()) {
            return use;
        }
        return new DrugUse(
                use.drug(),
                use.givenness(),
                nearest,
                null,
                use.active(),
                use.stopReason(),
                use.reasonUnread(),
                use.setting(),
                use.provenance());
    }

    private static FhirDate nearest(List<FhirDate> days, FhirDate to) {
        FhirDate best = days.get(0);
        for (FhirDate day : days) {
            if (Math.abs(Dates.days(day, to)) < Math.abs(Dates.days(best, to))) {
                best = day;
            }
        }
        return best;
    }
}
