package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Encounter;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.vocabulary.Circumstance;
import io.nextline.core.vocabulary.CircumstanceVocabulary;
import io.nextline.core.vocabulary.ObservationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every entry that says something of the person apart from the cancer: problems, observations, procedures, and how encounters ended.
 * A problem that is over, or a stay in hospice that has ended, says nothing of now.
 */
final class CircumstanceEvents {

    private final Chart chart;
    private final LocalDate asOf;
    private final CircumstanceVocabulary vocabulary;
    private final List<Event> events = new ArrayList<>();

    /** One entry and what it says, with its date or null. */
    record Event(Circumstance circumstance, @Nullable FhirDate date, Provenance provenance) {}

    CircumstanceEvents(Chart chart) {
        this.chart = chart;
        this.asOf = chart.asOf();
        this.vocabulary = chart.vocabulary().circumstances();
    }

    List<Event> read() {
        chart.record().conditions().forEach(this::condition);
        chart.record().procedures().forEach(this::procedure);
        chart.record().encounters().forEach(this::encounter);
        chart.record().medicationUses().forEach(this::therapy);
        statuses(ObservationKind.VITAL_STATUS, Circumstance.DEAD, Circumstance.ALIVE);
        statuses(ObservationKind.PREGNANCY_STATUS, Circumstance.PREGNANT, Circumstance.NOT_PREGNANT);
        statuses(ObservationKind.LACTATION_STATUS, Circumstance.LACTATING, Circumstance.NOT_LACTATING);
        chart.observations().measured(ObservationKind.DEATH).forEach(this::death);
        chart.observations().measured(ObservationKind.DELIVERY_DATE).forEach(this::delivery);
        return events;
    }

    private void note(@Nullable Circumstance circumstance, @Nullable FhirDate date, Provenance provenance) {
        if (circumstance != null) {
            events.add(new Event(circumstance, date, provenance));
        }
    }

    private void condition(Condition condition) {
        CodeableConcept code = condition.code();
        Circumstance stated = code == null ? null : vocabulary.ofProblem(code);
        boolean over = stated != Circumstance.DEAD
                && stated != Circumstance.NOT_PREGNANT
                && !CodedCondition.isCurrent(condition);
        if (stated != null && !over) {
            FhirDate date = CodedCondition.sinceOf(condition);
            note(stated, date, new Provenance(condition.header().reference(), "code", date));
        }
    }

    private void procedure(Procedure procedure) {
        Circumstance stated = vocabulary.byCodes(procedure.code());
        Period performed = procedure.performed();
        if (stated == null || hasEnded(performed)) {
            return;
        }
        FhirDate date = performed == null ? null : performed.startOrEnd();
        note(stated, date, new Provenance(procedure.header().reference(), "code", date));
    }

    /** A period with an end of its own that has passed; a single date only says when it began. */
    private boolean hasEnded(@Nullable Period period) {
        return period != null
                && period.end() != null
                && !period.end().equals(period.start())
                && period.end().isSurelyBefore(asOf);
    }

    private void encounter(Encounter encounter) {
        CodeableConcept left = encounter.dischargeDisposition();
        Circumstance stated = left == null ? null : vocabulary.find(left);
        if (stated == Circumstance.DEAD || stated == Circumstance.COMFORT_CARE) {
            Period period = encounter.period();
            FhirDate date = period == null ? null : period.end() == null ? period.start() : period.end();
            note(
                    stated,
                    date,
                    new Provenance(encounter.header().reference(), "hospitalization.dischargeDisposition", date));
        }
    }

    /** A therapy may be the only entry that says that the patient died: as the coded reason why it stopped. */
    private void therapy(MedicationUse use) {
        for (CodeableConcept reason : StopReasons.placesOf(use)) {
            if (vocabulary.byCodes(reason) == Circumstance.DEAD) {
                note(Circumstance.DEAD, null, new Provenance(use.header().reference(), "statusReason", null));
            }
        }
    }

    private void statuses(ObservationKind kind, Circumstance yes, Circumstance no) {
        for (Measurement status : chart.observations().measured(kind)) {
            Circumstance stated = stated(status.value(), yes, no);
            if (stated == yes || stated == no) {
                note(stated, status.date(), status.provenance());
            }
        }
    }

    private @Nullable Circumstance stated(@Nullable ObservationValue value, Circumstance yes, Circumstance no) {
        if (value instanceof ObservationValue.Coded coded) {
            return vocabulary.find(coded.concept());
        }
        if (value instanceof ObservationValue.Text text) {
            return vocabulary.byText(text.text());
        }
        return value instanceof ObservationValue.Flag flag ? (flag.value() ? yes : no) : null;
    }

    /** An Observation of the date or the cause of death says that there was one, unless it says that there is nothing to say. */
    private void death(Measurement death) {
        ObservationValue value = death.value();
        boolean denied = value instanceof ObservationValue.Flag flag && !flag.value();
        boolean silent = value == null && death.observation().dataAbsentReason() != null;
        FhirDate day = value instanceof ObservationValue.Day stated ? stated.date() : death.date();
        if (!denied && !silent && (day != null || value != null)) {
            note(Circumstance.DEAD, day, death.provenance());
        }
    }

    /** An expected day of delivery that is near, or not long past, means a pregnancy now. */
    private void delivery(Measurement expected) {
        if (expected.value() instanceof ObservationValue.Day day) {
            FhirDate due = day.date();
            boolean near = !due.isSurelyBefore(asOf.minusDays(chart.profile().deliveryDatePassedDays()))
                    && !due.isSurelyAfter(asOf.plusDays(chart.profile().pregnancyMaxDays()));
            note(near ? Circumstance.PREGNANT : null, expected.date(), expected.provenance());
        }
    }
}
