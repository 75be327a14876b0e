package io.nextline.core.vocabulary;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The thresholds of the evaluation: every number that is a choice and not a finding of a trial, with where it comes from.
 * Immutable.
 *
 * @param version the version of this set of thresholds
 * @param thresholds every threshold by name; all names of {@link #units()} and no other
 * @param exchangeable pairs of drug names of which one may take the place of the other without opening a line
 * @param switchMaintenance names of drugs that may follow platinum as switch maintenance in the same line
 */
public record Profile(
        String version,
        SortedMap<String, Threshold> thresholds,
        List<Set<String>> exchangeable,
        Set<String> switchMaintenance) {

    private static final String DAY = "day";
    private static final String SITE = "site";

    private static final SortedMap<String, String> UNITS =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry("lineWindowDays", DAY),
                    Map.entry("tkiJoinsIciDays", DAY),
                    Map.entry("lineGapDays", DAY),
                    Map.entry("inferredProgressionDays", DAY),
                    Map.entry("adjuvantWindowDays", DAY),
                    Map.entry("adjuvantAfterNephrectomyDays", DAY),
                    Map.entry("adjuvantCompletedDays", DAY),
                    Map.entry("oligoprogressionSites", SITE),
                    Map.entry("performanceStatusMaxAgeDays", DAY),
                    Map.entry("labMaxAgeDays", DAY),
                    Map.entry("statusMaxAgeDays", DAY),
                    Map.entry("recordReachesBeginningDays", DAY),
                    Map.entry("administrationOngoingDays", DAY),
                    Map.entry("switchMaintenanceDays", DAY),
                    Map.entry("metastasisRecordingLagDays", DAY),
                    Map.entry("dateToleranceDays", DAY),
                    Map.entry("pregnancyMaxDays", DAY),
                    Map.entry("deliveryDatePassedDays", DAY),
                    Map.entry("lactationMaxDays", DAY),
                    Map.entry("requestNearAdministrationDays", DAY),
                    Map.entry("plannedIciStopDays", DAY))));

    /**
     * One threshold.
     *
     * @param value the number, at least 1
     * @param unit {@code day} or {@code site}
     * @param origin whether a source gives it
     * @param source where it comes from, or why it was chosen
     */
    public record Threshold(int value, String unit, Origin origin, String source) {

        /** Refuses what cannot be a threshold. */
        public Threshold {
            if (value < 1) {
                throw new IllegalArgumentException("a threshold is at least 1, not " + value);
            }
        }
    }

    /** Whether a number was taken from a source or chosen here. */
    public enum Origin {
        LOCAL_CHOICE("local choice"),
        FROM_SOURCE("from source");

        private final String id;

        Origin(String id) {
            this.id = id;
        }

        /** Returns the name in the files. */
        public String id() {
            return id;
        }
    }

    /** Copies the collections and requires every threshold, in its unit. */
    public Profile {
        thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        exchangeable = exchangeable.stream().map(Set::copyOf).toList();
        switchMaintenance = Set.copyOf(switchMaintenance);
        if (!thresholds.keySet().equals(UNITS.keySet())) {
            throw new IllegalArgumentException("a profile needs exactly the thresholds " + UNITS.keySet());
        }
        thresholds.forEach((name, threshold) -> {
            if (!threshold.unit().equals(UNITS.get(name))) {
                throw new IllegalArgumentException(name + " is counted in the unit " + UNITS.get(name));
            }
        });
    }

    /** Returns the unit of every threshold by its name, sorted. */
    public static SortedMap<String, String> units() {
        return UNITS;
    }

    /** Returns the same profile with another value for one threshold, as a local choice. */
    public Profile with(String name, int value) {
        SortedMap<String, Threshold> changed = new TreeMap<>(thresholds);
        changed.put(
                name, new Threshold(value, threshold(name).unit(), Origin.LOCAL_CHOICE, "set apart from the profile"));
        return new Profile(version, changed, exchangeable, switchMaintenance);
    }

    /** Returns whether one of the two drugs may take the place of the other within a line. */
    public boolean isExchangeable(String drug, String other) {
        return exchangeable.stream().anyMatch(pair -> pair.contains(drug) && pair.contains(other));
    }

    /** Returns the days from the first dose within which a drug belongs to the regimen. */
    public int lineWindowDays() {
        return value("lineWindowDays");
    }

    /** Returns the days within which a VEGFR TKI joins an immune checkpoint inhibitor in one regimen. */
    public int tkiJoinsIciDays() {
        return value("tkiJoinsIciDays");
    }

    /** Returns the days without therapy after which the same regimen opens a new line. */
    public int lineGapDays() {
        return value("lineGapDays");
    }

    /** Returns the days from the last dose within which a next line suggests progression. */
    public int inferredProgressionDays() {
        return value("inferredProgressionDays");
    }

    /** Returns the days after the last adjuvant dose within which a relapse counts as progression on it. */
    public int adjuvantWindowDays() {
        return value("adjuvantWindowDays");
    }

    /** Returns the days from a nephrectomy within which therapy without metastases is adjuvant. */
    public int adjuvantAfterNephrectomyDays() {
        return value("adjuvantAfterNephrectomyDays");
    }

    /** Returns the days of doses from which adjuvant therapy counts as completed. */
    public int adjuvantCompletedDays() {
        return value("adjuvantCompletedDays");
    }

    /** Returns up to how many progressing sites progression is oligoprogression. */
    public int oligoprogressionSites() {
        return value("oligoprogressionSites");
    }

    /** Returns the days after which a performance status is stale. */
    public int performanceStatusMaxAgeDays() {
        return value("performanceStatusMaxAgeDays");
    }

    /** Returns the days after which a laboratory value is too old to be used. */
    public int labMaxAgeDays() {
        return value("labMaxAgeDays");
    }

    /** Returns the days after which a stable or improved status no longer settles that the cancer has not progressed. */
    public int statusMaxAgeDays() {
        return value("statusMaxAgeDays");
    }

    /** Returns the days from the earliest diagnosis within which a first line shows that the record reaches the beginning. */
    public int recordReachesBeginningDays() {
        return value("recordReachesBeginningDays");
    }

    /** Returns the days after an administration during which therapy counts as going on. */
    public int administrationOngoingDays() {
        return value("administrationOngoingDays");
    }

    /** Returns the days after the last dose of platinum within which switch maintenance begins. */
    public int switchMaintenanceDays() {
        return value("switchMaintenanceDays");
    }

    /** Returns the days by which the record of a metastasis may lag behind its finding. */
    public int metastasisRecordingLagDays() {
        return value("metastasisRecordingLagDays");
    }

    /** Returns the days by which two dates of one event may differ. */
    public int dateToleranceDays() {
        return value("dateToleranceDays");
    }

    /** Returns the days within which an order and an administration belong together. */
    public int requestNearAdministrationDays() {
        return value("requestNearAdministrationDays");
    }

    /** Returns the days of an ICI from which a stop without a reason may have been planned. */
    public int plannedIciStopDays() {
        return value("plannedIciStopDays");
    }

    /** Returns the days after which an entry about a pregnancy is about an earlier one. */
    public int pregnancyMaxDays() {
        return value("pregnancyMaxDays");
    }

    /** Returns the days past the expected day of delivery after which the pregnancy is over. */
    public int deliveryDatePassedDays() {
        return value("deliveryDatePassedDays");
    }

    /** Returns the days after which an entry about breastfeeding is taken as past. */
    public int lactationMaxDays() {
        return value("lactationMaxDays");
    }

    private int value(String name) {
        return threshold(name).value();
    }

    private Threshold threshold(String name) {
        Threshold threshold = thresholds.get(name);
        if (threshold == null) {
            throw new IllegalArgumentException("no threshold is called " + name + "; known are " + UNITS.keySet());
        }
        return threshold;
    }
}
