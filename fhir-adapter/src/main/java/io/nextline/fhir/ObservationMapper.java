package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Annotation;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Observation}. */
final class ObservationMapper extends ResourceMapper<org.hl7.fhir.r4.model.Observation> {

    ObservationMapper() {
        super(
                org.hl7.fhir.r4.model.Observation.class,
                Set.of(
                        "status",
                        "category",
                        "code",
                        "subject",
                        "focus",
                        "effectiveDateTime",
                        "effectiveInstant",
                        "effectivePeriod",
                        "valueQuantity",
                        "valueCodeableConcept",
                        "valueString",
                        "valueInteger",
                        "valueBoolean",
                        "valueDateTime",
                        "valueRange",
                        "valueRatio",
                        "valueSampledData",
                        "valueTime",
                        "valuePeriod",
                        "dataAbsentReason",
                        "interpretation",
                        "bodySite",
                        "method",
                        "referenceRange",
                        "component",
                        "note",
                        "modifierExtension"));
    }

    @Override
    Observation record(org.hl7.fhir.r4.model.Observation observation, ResourceHeader header, Elements in) {
        return new Observation(
                header,
                in.text(observation.hasStatusElement(), observation::getStatusElement),
                Datatypes.concepts(observation.hasCategory(), observation::getCategory),
                Datatypes.concept(observation.hasCode(), observation::getCode),
                Datatypes.reference(observation.hasSubject(), observation::getSubject),
                Datatypes.references(observation.hasFocus(), observation::getFocus),
                Datatypes.time(observation.getEffective(), "effective", in),
                ObservationValues.of(observation.getValue(), in),
                Datatypes.concept(observation.hasDataAbsentReason(), observation::getDataAbsentReason),
                Datatypes.concepts(observation.hasInterpretation(), observation::getInterpretation),
                Datatypes.concept(observation.hasBodySite(), observation::getBodySite),
                Datatypes.concept(observation.hasMethod(), observation::getMethod),
                ranges(observation.hasReferenceRange() ? observation.getReferenceRange() : List.of(), in),
                Datatypes.list(observation.hasComponent(), observation::getComponent, part -> component(part, in)),
                Datatypes.list(observation.hasNote(), observation::getNote, ObservationMapper::note));
    }

    private static Observation.@Nullable Component component(
            org.hl7.fhir.r4.model.Observation.ObservationComponentComponent component, Elements in) {
        Elements below = in.within("component");
        below.refuseModifiers(component);
        CodeableConcept code = Datatypes.concept(component.hasCode(), component::getCode);
        ObservationValue value = ObservationValues.of(component.getValue(), below);
        List<CodeableConcept> interpretation =
                Datatypes.concepts(component.hasInterpretation(), component::getInterpretation);
        List<Observation.ReferenceRange> ranges =
                ranges(component.hasReferenceRange() ? component.getReferenceRange() : List.of(), below);
        boolean empty = code == null && value == null && interpretation.isEmpty() && ranges.isEmpty();
        return empty ? null : new Observation.Component(code, value, interpretation, ranges);
    }

    private static List<Observation.ReferenceRange> ranges(
            List<org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent> ranges, Elements in) {
        return Datatypes.list(!ranges.isEmpty(), () -> ranges, range -> range(range, in.within("referenceRange")));
    }

    private static Observation.@Nullable ReferenceRange range(
            org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent range, Elements in) {
        in.refuseModifiers(range);
        Quantity low = range.hasLow() ? Datatypes.quantity(range.getLow(), "low", in) : null;
        Quantity high = range.hasHigh() ? Datatypes.quantity(range.getHigh(), "high", in) : null;
        String text = in.text(range.hasTextElement(), range::getTextElement);
        return low == null && high == null && text == null ? null : new Observation.ReferenceRange(low, high, text);
    }

    private static @Nullable String note(Annotation note) {
        return note.hasTextElement() ? Elements.text(note.getTextElement()) : null;
    }
}
