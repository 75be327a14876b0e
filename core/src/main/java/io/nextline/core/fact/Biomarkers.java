package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The biomarkers of a lung cancer. A marker without a result is not known, never negative (hazard HZ-18).
 *
 * @param markers every marker of the vocabulary, in its order
 */
public record Biomarkers(List<Marker> markers) {

    /** Copies the list. */
    public Biomarkers {
        markers = List.copyOf(markers);
    }

    /**
     * One marker.
     *
     * @param id the published id
     * @param name the name for people
     * @param driver whether it is an alteration that trials of immunotherapy select by
     * @param result what is known of it
     */
    public record Marker(String id, String name, boolean driver, Finding<Result> result) {

        /** Returns whether the alteration is known to be there. */
        public boolean isPositive() {
            Result known = result.orNull();
            return known != null && known.positive();
        }

        /** Returns whether it is not known. */
        public boolean isOpen() {
            return result.orNull() == null;
        }
    }

    /**
     * A known result.
     *
     * @param positive whether the alteration, or any expression, is there
     * @param detail which alteration, or how much expression, in our words; or null
     * @param date when it was found, or null
     */
    public record Result(
            boolean positive,
            @Nullable String detail,
            @Nullable FhirDate date) {}

    /** Returns the marker of this id, or null. */
    public @Nullable Marker find(String id) {
        for (Marker marker : markers) {
            if (marker.id().equals(id)) {
                return marker;
            }
        }
        return null;
    }

    /** Returns the drivers whose status is not known. */
    public List<Marker> openDrivers() {
        return markers.stream()
                .filter(marker -> marker.driver() && marker.isOpen())
                .toList();
    }

    /** Returns why drivers are not known, as {@link #gaps}. */
    public List<String> openDriverGaps() {
        return gaps(Marker::driver);
    }

    /** Returns why markers are not known, each reason once with the names that it holds for, in the order of the vocabulary. */
    public List<String> gaps(Predicate<Marker> wanted) {
        Map<String, String> namesByReason = new LinkedHashMap<>();
        for (Marker marker : markers) {
            if (!marker.isOpen() || !wanted.test(marker)) {
                continue;
            }
            String gap = marker.result().fold(known -> "", open -> open.gap().detail());
            String reason = gap.substring(gap.indexOf(':') + 1);
            namesByReason.merge(reason, marker.name(), (names, name) -> names + ", " + name);
        }
        List<String> gaps = new ArrayList<>();
        namesByReason.forEach((reason, names) -> gaps.add(names + ":" + reason));
        return gaps;
    }
}
