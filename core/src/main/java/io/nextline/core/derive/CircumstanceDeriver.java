package io.nextline.core.derive;

import io.nextline.core.derive.CircumstanceEvents.Event;
import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Patient;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.vocabulary.Circumstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Death in every form (hazard HZ-21), pregnancy and lactation that are not over (HZ-20), hospice and comfort care. Any entry that says
 * that the patient has died counts; that nothing says so means alive.
 */
final class CircumstanceDeriver {

    private final Chart chart;
    private final Collection<String> warnings;
    private final List<Event> events;

    CircumstanceDeriver(Chart chart, Collection<String> warnings) {
        this.chart = chart;
        this.warnings = warnings;
        this.events = new CircumstanceEvents(chart).read();
    }

    Circumstances derive(TherapyHistory therapy) {
        return new Circumstances(
                death(),
                current(
                        Circumstance.PREGNANT,
                        Circumstance.NOT_PREGNANT,
                        chart.profile().pregnancyMaxDays()),
                current(
                        Circumstance.LACTATING,
                        Circumstance.NOT_LACTATING,
                        chart.profile().lactationMaxDays()),
                comfortCare(therapy));
    }

    private List<Provenance> death() {
        List<Provenance> death = new ArrayList<>();
        boolean alive = false;
        for (Patient patient : patients()) {
            death(patient, death);
            alive |= Boolean.FALSE.equals(patient.deceasedBoolean());
        }
        for (Event event : events) {
            if (event.circumstance() == Circumstance.DEAD) {
                note(event.date(), event.provenance(), death);
            }
        }
        if (alive && !death.isEmpty()) {
            warnings.add(
                    "conflict: the Patient resource says that the patient lives, another entry that the patient died");
        }
        return sorted(death);
    }

    /** The patient, and the other Patient resources that are the same person by their links. */
    private List<Patient> patients() {
        List<Patient> patients = new ArrayList<>(chart.record().otherPatients());
        if (chart.record().patient() != null) {
            patients.add(chart.record().patient());
        }
        return patients;
    }

    private void death(Patient patient, List<Provenance> death) {
        String reference = patient.header().reference();
        if (patient.deceasedDateTime() != null) {
            FhirDate date = patient.deceasedDateTime();
            note(date, new Provenance(reference, "deceasedDateTime", date), death);
        } else if (Boolean.TRUE.equals(patient.deceasedBoolean())) {
            death.add(new Provenance(reference, "deceasedBoolean", null));
        } else if (hasUnreadableDateOfDeath(patient)) {
            death.add(new Provenance(reference, "deceasedDateTime", null));
        }
    }

    /** A date of death that cannot be read is still a death. */
    private boolean hasUnreadableDateOfDeath(Patient patient) {
        for (ReadIssue issue : chart.record().issues()) {
            if (issue.kind() == ReadIssue.Kind.BAD_DATE
                    && issue.element().equals("Patient.deceasedDateTime")
                    && (issue.id() == null || issue.id().equals(patient.header().id()))) {
                return true;
            }
        }
        return false;
    }

    private void note(@Nullable FhirDate date, Provenance provenance, List<Provenance> death) {
        if (date != null && date.isSurelyAfter(chart.asOf())) {
            warnings.add("a death dated after the day of evaluation was left out");
        } else {
            death.add(provenance);
        }
    }

    /** Returns the entries that state it, are not too old for it to last, and that no later entry takes back. */
    private List<Provenance> current(Circumstance state, Circumstance ended, int mostDays) {
        List<Provenance> current = new ArrayList<>();
        for (Event event : events) {
            FhirDate date = event.date();
            boolean old = date != null && Dates.daysUntil(date, chart.asOf()) > mostDays;
            if (event.circumstance() == state && !old && !isFollowedBy(ended, date)) {
                current.add(event.provenance());
            }
        }
        return sorted(current);
    }

    private boolean isFollowedBy(Circumstance ended, @Nullable FhirDate date) {
        Predicate<Event> later = event -> event.circumstance() == ended
                && event.date() != null
                && date != null
                && event.date().isSurelyAfter(date.latest());
        return events.stream().anyMatch(later);
    }

    /** Systemic therapy that began later shows that comfort care was given up. */
    private List<Provenance> comfortCare(TherapyHistory therapy) {
        LineOfTherapy latest = therapy.latest();
        FhirDate begun = latest == null ? null : latest.start();
        List<Provenance> current = new ArrayList<>();
        for (Event event : events) {
            if (event.circumstance() == Circumstance.COMFORT_CARE) {
                boolean givenUp = begun != null
                        && event.date() != null
                        && begun.isSurelyAfter(event.date().latest());
                if (givenUp) {
                    warnings.add(
                            "hospice or comfort care was recorded before the latest line of therapy began; it is not"
                                    + " taken as current");
                } else {
                    current.add(event.provenance());
                }
            }
        }
        if (!current.isEmpty()) {
            warnings.add(Warnings.COMFORT_CARE);
        }
        return sorted(current);
    }

    private static List<Provenance> sorted(List<Provenance> entries) {
        return entries.stream().sorted(Provenance.ORDER).distinct().toList();
    }
}
