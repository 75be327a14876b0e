package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Observation}. */
final class ObservationReader extends ResourceReader {

    private @Nullable String status;
    private List<CodeableConcept> category = List.of();
    private @Nullable CodeableConcept code;
    private @Nullable Reference subject;
    private List<Reference> focus = List.of();
    private @Nullable Period effective;
    private @Nullable ObservationValue value;
    private @Nullable CodeableConcept dataAbsentReason;
    private List<CodeableConcept> interpretation = List.of();
    private @Nullable CodeableConcept bodySite;
    private @Nullable CodeableConcept method;
    private List<Observation.ReferenceRange> referenceRange = List.of();
    private List<Observation.Component> component = List.of();
    private List<String> note = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "category" -> category = in.concepts(category);
            case "code" -> code = in.concept(code);
            case "subject" -> subject = in.reference(subject);
            case "focus" -> focus = in.references(focus);
            case "effectiveDateTime", "effectiveInstant" -> effective = in.moment(effective);
            case "effectivePeriod" -> effective = in.period(effective);
            case "dataAbsentReason" -> dataAbsentReason = in.concept(dataAbsentReason);
            case "interpretation" -> interpretation = in.concepts(interpretation);
            case "bodySite" -> bodySite = in.concept(bodySite);
            case "method" -> method = in.concept(method);
            case "referenceRange" -> referenceRange = in.list(referenceRange, ObservationReader::referenceRange);
            case "component" -> component = in.list(component, ObservationReader::component);
            case "note" -> note = in.list(note, ObservationReader::note);
            default -> other(name, in);
        }
    }

    private void other(String name, DatatypeReader in) throws IOException {
        if (name.startsWith("value")) {
            value = ObservationValueReader.read(name, in, value);
        } else {
            common(name, in);
        }
    }

    private static Observation.@Nullable Component component(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        CodeableConcept code = null;
        ObservationValue value = null;
        List<CodeableConcept> interpretation = List.of();
        List<Observation.ReferenceRange> referenceRange = List.of();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "code" -> code = in.concept(code);
                case "interpretation" -> interpretation = in.concepts(interpretation);
                case "referenceRange" -> referenceRange = in.list(referenceRange, ObservationReader::referenceRange);
                case "modifierExtension" -> modifierExtension(in);
                default -> value = ObservationValueReader.read(name, in, value);
            }
        }
        boolean empty = code == null && value == null && interpretation.isEmpty() && referenceRange.isEmpty();
        return empty ? null : new Observation.Component(code, value, interpretation, referenceRange);
    }

    private static Observation.@Nullable ReferenceRange referenceRange(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        Quantity low = null;
        Quantity high = null;
        String text = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "low" -> low = QuantityReader.read(in, low);
                case "high" -> high = QuantityReader.read(in, high);
                case "text" -> text = in.text(text);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
        return low == null && high == null && text == null ? null : new Observation.ReferenceRange(low, high, text);
    }

    private static @Nullable String note(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        String text = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            if (name.equals("text")) {
                text = in.ownText(text);
            } else {
                in.skip();
            }
        }
        return text;
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Observation(
                header,
                status,
                category,
                code,
                subject,
                focus,
                effective,
                value,
                dataAbsentReason,
                interpretation,
                bodySite,
                method,
                referenceRange,
                component,
                note);
    }
}
