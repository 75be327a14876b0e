package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * The dosages of one medication use: their words, routes and times.
 *
 * @param text the words of every dosage
 * @param route the routes stated
 * @param timing the first bounds stated, else the time from the earliest event to the latest, else null
 */
record Dosages(
        List<String> text,
        List<CodeableConcept> route,
        @Nullable Period timing) {

    static final Dosages NONE = new Dosages(List.of(), List.of(), null);

    /** Reads a list of dosages, which stands under different names in different resources. */
    static Dosages of(List<Dosage> dosages, String element, Elements in) {
        Elements below = in.within(element);
        Times times = new Times();
        for (Dosage dosage : dosages) {
            below.refuseModifiers(dosage);
            if (dosage.hasTiming()) {
                times.add(dosage.getTiming(), below.within("timing"));
            }
        }
        return new Dosages(
                Datatypes.list(true, () -> dosages, Dosages::text),
                Datatypes.list(true, () -> dosages, dosage -> Datatypes.concept(dosage.hasRoute(), dosage::getRoute)),
                times.period());
    }

    private static @Nullable String text(Dosage dosage) {
        return dosage.hasTextElement() ? Elements.text(dosage.getTextElement()) : null;
    }

    /** Reads the dosage of a dose given, which has no timing. */
    static Dosages of(MedicationAdministrationDosageComponent dosage, Elements in) {
        Elements below = in.within("dosage");
        below.refuseModifiers(dosage);
        String text = below.text(dosage.hasTextElement(), dosage::getTextElement);
        CodeableConcept route = Datatypes.concept(dosage.hasRoute(), dosage::getRoute);
        return new Dosages(Datatypes.listOf(text), Datatypes.listOf(route), null);
    }

    /** The timings of all dosages together. */
    private static final class Times {

        private final List<FhirDate> events = new ArrayList<>(0);
        private @Nullable Period bounds;

        void add(Timing timing, Elements in) {
            in.refuseModifiers(timing);
            events.addAll(Datatypes.list(
                    timing.hasEvent(), timing::getEvent, (DateTimeType event) -> in.date(event, "event")));
            if (timing.hasRepeat() && timing.getRepeat().getBounds() instanceof org.hl7.fhir.r4.model.Period stated) {
                Period period = Datatypes.period(stated, "boundsPeriod", in.within("repeat"));
                bounds = bounds == null ? period : bounds;
            }
        }

        @Nullable Period period() {
            if (bounds != null || events.isEmpty()) {
                return bounds;
            }
            FhirDate first = events.get(0);
            FhirDate last = first;
            for (FhirDate event : events) {
                first = event.earliest().isBefore(first.earliest()) ? event : first;
                last = event.latest().isAfter(last.latest()) ? event : last;
            }
            return new Period(first, last);
        }
    }
}
