package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationAdministration;
import io.nextline.core.fhir.MedicationDispense;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.MedicationStatement;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.DrugRecognition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the medication entries into uses of anticancer drugs. An entry that counts as given but names no legible drug is kept as
 * unidentified therapy; a legible drug outside the oncology vocabulary is another medication and weakens nothing (ruling 9.2).
 */
final class DrugUseReader {

    private static final Set<String> ENDED = Set.of("stopped", "completed", "on-hold", "ended");

    private final Chart chart;
    private final Collection<String> warnings;
    private final MedicationIndex medications;
    private final StopReasons reasons;
    private final List<DrugUse> uses = new ArrayList<>();
    private final List<Provenance> unidentified = new ArrayList<>();

    DrugUseReader(Chart chart, Collection<String> warnings) {
        this.chart = chart;
        this.warnings = warnings;
        this.medications = new MedicationIndex(chart.record());
        this.reasons = new StopReasons(chart.vocabulary());
    }

    /** Reads every medication entry of the chart, and the Procedures that give drugs. */
    DrugUseReader read() {
        for (MedicationUse use : chart.record().medicationUses()) {
            Givenness givenness = Givenness.of(use);
            if (givenness != Givenness.NOT_GIVEN) {
                read(use, givenness);
            }
        }
        ProcedureDoses doses = new ProcedureDoses(chart.vocabulary());
        for (Procedure procedure : chart.record().procedures()) {
            doses.read(procedure, this);
        }
        unidentified.sort(Provenance.ORDER);
        return this;
    }

    /** Adds a use that was read elsewhere. */
    void add(DrugUse use) {
        uses.add(use);
    }

    /** Adds an entry that says that some therapy was given and does not legibly say which. */
    void addUnidentified(Provenance provenance) {
        unidentified.add(provenance);
    }

    /** Adds an entry whose code and wording name different drugs: neither may be relied on. */
    void addConflict(Provenance provenance) {
        warnings.add("conflict: code and text of a therapy row name different drugs; it is not used");
        unidentified.add(provenance);
    }

    /** Notes that a cancer drug was given for something else. */
    void addOtherUse(DrugRecognition recognition) {
        if (recognition.product() != null && recognition.drugs().stream().anyMatch(Drug::isAntineoplastic)) {
            warnings.add("not counted as therapy: " + recognition.product());
        }
    }

    /** Returns the uses of anticancer drugs; orders of infusions already dated by the doses given. */
    List<DrugUse> uses() {
        return InfusionOrders.datedByDoses(uses, chart.profile());
    }

    /** Returns the entries that count as therapy given but name no legible drug, in a stable order. */
    List<Provenance> unidentified() {
        return unidentified;
    }

    private void read(MedicationUse use, Givenness givenness) {
        DrugRecognition recognition =
                chart.vocabulary().recogniser().recognise(use.content(), use.reasonCode(), medications);
        if (recognition.codeTextConflict()) {
            addConflict(provenance(use, recognition));
            return;
        }
        switch (recognition.outcome()) {
            case UNIDENTIFIED -> unidentified.add(provenance(use, recognition));
            case OTHER_MEDICATION -> addOtherUse(recognition);
            case RECOGNISED -> recognised(use, givenness, recognition);
        }
    }

    private void recognised(MedicationUse use, Givenness givenness, DrugRecognition recognition) {
        Provenance provenance = provenance(use, recognition);
        if (givenness == Givenness.UNCLEAR) {
            warnings.add("a therapy row does not say whether the drug was given; it counts as unidentified");
            unidentified.add(provenance);
            return;
        }
        Period written = writtenDates(use);
        FhirDate start = written == null ? start(use) : Dates.orElse(written.start(), start(use));
        if (start != null && start.isSurelyAfter(chart.asOf())) {
            return;
        }
        FhirDate end = written == null ? end(use, givenness, start) : written.end();
        for (Drug drug : recognition.drugs()) {
            uses.add(use(drug, use, givenness, start, end, provenance));
        }
    }

    private static Provenance provenance(MedicationUse use, DrugRecognition recognition) {
        return new Provenance(
                use.header().reference(), "medication", day(use.occurrence()), DrugBasis.words(recognition));
    }

    private DrugUse use(
            Drug drug,
            MedicationUse use,
            Givenness givenness,
            @Nullable FhirDate start,
            @Nullable FhirDate end,
            Provenance provenance) {
        boolean open = end == null || !end.isSurelyBefore(chart.asOf());
        boolean active = givenness.compareTo(Givenness.STATED) >= 0
                && ("active".equals(use.status()) || "on-hold".equals(use.status()))
                && open;
        boolean ended = use.status() != null && ENDED.contains(use.status());
        EndReason reason = ended ? reasons.of(use) : null;
        boolean unread = ended && reason == null && reasons.hasUnread(use);
        TreatmentSetting setting = reasons.settingOf(use);
        return new DrugUse(drug, givenness, start, past(end), active, reason, unread, setting, provenance);
    }

    /** What the dosage says in words is heard where no dates were sent as such; the day of the order is no start. */
    private static @Nullable Period writtenDates(MedicationUse use) {
        if (use instanceof MedicationRequest request) {
            return request.timing() != null || request.validityPeriod() != null
                    ? null
                    : DosageDates.of(use.content().dosageText());
        }
        return use instanceof MedicationStatement && use.occurrence() == null
                ? DosageDates.of(use.content().dosageText())
                : null;
    }

    private static @Nullable FhirDate start(MedicationUse use) {
        Period period = use.occurrence();
        boolean pointInTime = use instanceof MedicationAdministration || use instanceof MedicationDispense;
        FhirDate start = pointInTime ? day(period) : period == null ? null : period.start();
        if (use instanceof MedicationRequest request && request.occurrence() != null) {
            Period occurrence = request.occurrence();
            return occurrence.start() != null ? occurrence.start() : request.authoredOn();
        }
        if (period == null && use instanceof MedicationStatement statement) {
            // Only a drug that is being taken was taken on the day of the statement; one of the past may have ended
            // years before.
            return "active".equals(statement.status()) ? statement.dateAsserted() : null;
        }
        return start;
    }

    /** The validity of a prescription is no end of therapy; the bounds of its dosage and a statement's period are. */
    private static @Nullable FhirDate end(MedicationUse use, Givenness givenness, @Nullable FhirDate start) {
        if (use instanceof MedicationRequest request) {
            return request.timing() == null ? null : request.timing().end();
        }
        Period occurrence = use.occurrence();
        FhirDate end = occurrence == null ? null : occurrence.end();
        boolean pointInTime = givenness == Givenness.ADMINISTERED || givenness == Givenness.DISPENSED;
        return end == null && pointInTime ? start : end;
    }

    /** A planned end that lies ahead is not yet a last dose. */
    @Nullable FhirDate past(@Nullable FhirDate end) {
        return end == null || end.isSurelyAfter(chart.asOf()) ? null : end;
    }

    private static @Nullable FhirDate day(@Nullable Period period) {
        return period == null ? null : period.startOrEnd();
    }
}
