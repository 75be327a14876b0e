package io.nextline.core.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was enrolled, when and where; every part is null or empty where the source does not say.
 *
 * @param screened patients screened
 * @param randomised patients assigned to an arm
 * @param estimated patients planned, not reached
 * @param from first day of enrolment
 * @param to last day of enrolment
 * @param sites study sites
 * @param countries countries
 * @param regions parts of the world
 * @param minimumAge lowest age in years
 * @param characteristics shares of the enrolled patients
 */
public record Enrolment(
        @Nullable Integer screened,
        @Nullable Integer randomised,
        @Nullable Integer estimated,
        @Nullable TrialDate from,
        @Nullable TrialDate to,
        @Nullable Integer sites,
        @Nullable Integer countries,
        List<String> regions,
        @Nullable Integer minimumAge,
        List<Characteristic> characteristics) {

    /** Copies the lists and checks counts and dates. */
    public Enrolment {
        regions = List.copyOf(regions);
        characteristics = List.copyOf(characteristics);
        if (screened != null && randomised != null && randomised > screened) {
            throw new IllegalArgumentException("enrolment needs randomised <= screened");
        }
        if (from != null && to != null && to.last().isBefore(from.first())) {
            throw new IllegalArgumentException("enrolment needs from <= to");
        }
    }

    /**
     * A share of the enrolled patients.
     *
     * @param id short name, unique in the trial
     * @param label what they have in common
     * @param count how many
     * @param approximate whether the source itself says "about"
     */
    public record Characteristic(String id, String label, Events count, boolean approximate) {

        /** Returns for example {@code 401/522 (77%)}. */
        public String text() {
            return (approximate ? "about " : "") + count.text();
        }
    }
}
