package io.nextline.core.derive;

import io.nextline.core.derive.StatusEvent.Course;
import io.nextline.core.fhir.FhirDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the course of the disease during one line and after it, up to the next. A status belongs to a line if it is surely
 * dated after the line's first day, by more than the tolerance, and not after the next line's first day, by more than the tolerance;
 * one that may or may not belong to it is kept apart (hazard HZ-14).
 */
final class StatusTimeline {

    private final FhirDate start;
    private final @Nullable FhirDate nextStart;
    private final int toleranceDays;
    private @Nullable StatusEvent status;
    private @Nullable StatusEvent report;
    private @Nullable StatusEvent unplacedWorsening;
    private boolean worsenedBefore;
    private boolean unconfirmedBefore;
    private boolean reportWorsenedBefore;
    private @Nullable FhirDate favourableDay;
    private boolean contradictory;

    /**
     * Creates the timeline of a line.
     *
     * @param events every status, in the order of time
     * @param start the line's first day
     * @param nextStart the next line's first day, or null
     */
    StatusTimeline(List<StatusEvent> events, FhirDate start, @Nullable FhirDate nextStart, int toleranceDays) {
        this.start = start;
        this.nextStart = nextStart;
        this.toleranceDays = toleranceDays;
        events.forEach(this::place);
    }

    private void place(StatusEvent event) {
        FhirDate date = event.date();
        if (date == null) {
            unplacedWorsening = event.isWorsened() ? event : unplacedWorsening;
        } else if (isSurelyAfterStart(date) && isSurelyBeforeNext(date)) {
            add(event, date);
        } else if (event.isWorsened()
                && (isSurelyAfterStart(date) || mayBeAfterStart(date))
                && (isSurelyBeforeNext(date) || mayBeBeforeNext(date))) {
            unplacedWorsening = event;
        }
    }

    private void add(StatusEvent event, FhirDate date) {
        if (event.isReportText()) {
            reportWorsenedBefore |= event.isFavourable() && report != null && report.isWorsened();
            report = event;
            return;
        }
        contradictory = event.isWorsened() && date.equals(favourableDay);
        favourableDay = event.isFavourable() ? date : favourableDay;
        if (status != null) {
            worsenedBefore |= status.isWorsened();
            unconfirmedBefore |= status.course() == Course.UNCONFIRMED;
        }
        status = event;
    }

    private boolean isSurelyAfterStart(FhirDate date) {
        boolean days = date.isDay() && start.isDay();
        return date.earliest().isAfter(start.latest().plusDays(days ? toleranceDays : 0));
    }

    private boolean mayBeAfterStart(FhirDate date) {
        boolean days = date.isDay() && start.isDay();
        return !days && date.latest().isAfter(start.earliest());
    }

    private boolean isSurelyBeforeNext(FhirDate date) {
        return nextStart == null || !date.latest().isAfter(nextStart.earliest().plusDays(toleranceDays));
    }

    private boolean mayBeBeforeNext(FhirDate date) {
        return nextStart != null && !date.earliest().isAfter(nextStart.latest().plusDays(toleranceDays));
    }

    /** Returns the latest recorded status, or null. */
    @Nullable StatusEvent status() {
        return status;
    }

    /** Returns the report if no status is as new; a report of the days of a status was known to whoever recorded it. */
    @Nullable StatusEvent reportAfterStatus() {
        return report == null || status == null || isAfter(report, status) ? report : null;
    }

    private boolean isAfter(StatusEvent later, StatusEvent earlier) {
        FhirDate a = later.date();
        FhirDate b = earlier.date();
        return a != null && b != null && a.earliest().isAfter(b.latest().plusDays(toleranceDays));
    }

    /** Returns a recorded progression whose date does not tell whether it belongs to this line, or null. */
    @Nullable StatusEvent unplacedWorsening() {
        return unplacedWorsening;
    }

    /** Returns whether a status before the latest said progression. */
    boolean worsenedBefore() {
        return worsenedBefore;
    }

    /** Returns whether a status before the latest said unconfirmed progression. */
    boolean unconfirmedBefore() {
        return unconfirmedBefore;
    }

    /** Returns whether the latest report says stable or response where the one before it said progression. */
    boolean reportsDiffer() {
        return reportWorsenedBefore && report != null && report.isFavourable();
    }

    /** Returns whether the latest statuses are of one day and contradict each other. */
    boolean isContradictory() {
        return contradictory;
    }

    /** Returns whether a report of the same days, or a later one that cannot undo it, says the opposite of the latest status. */
    boolean reportContradictsStatus() {
        if (report == null || status == null || report.course() == Course.UNCONFIRMED) {
            return false;
        }
        boolean opposite = status.isWorsened() ? report.isFavourable() : status.isFavourable() && report.isWorsened();
        return opposite && !isAfter(status, report) && (status.isWorsened() || !isAfter(report, status));
    }
}
