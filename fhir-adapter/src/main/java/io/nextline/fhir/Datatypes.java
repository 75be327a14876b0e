package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.fhir.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads FHIR's datatypes. A datatype without any element that Nextline reads is read as null, and left out of a list. */
final class Datatypes {

    private Datatypes() {}

    /** Reads a list and leaves out what holds nothing. */
    static <S, T> List<T> list(boolean present, Supplier<List<S>> source, Function<S, @Nullable T> reader) {
        if (!present) {
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (S each : source.get()) {
            T one = reader.apply(each);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    /** Returns the list of the one value, or of none. */
    static <T> List<T> listOf(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    static List<CodeableConcept> concepts(
            boolean present, Supplier<List<org.hl7.fhir.r4.model.CodeableConcept>> source) {
        return list(present, source, Datatypes::concept);
    }

    static @Nullable CodeableConcept concept(boolean present, Supplier<org.hl7.fhir.r4.model.CodeableConcept> source) {
        return present ? concept(source.get()) : null;
    }

    static @Nullable CodeableConcept concept(org.hl7.fhir.r4.model.CodeableConcept source) {
        List<Coding> coding = list(source.hasCoding(), source::getCoding, Datatypes::coding);
        String text = source.hasTextElement() ? Elements.text(source.getTextElement()) : null;
        return coding.isEmpty() && text == null ? null : new CodeableConcept(coding, text);
    }

    static @Nullable Coding coding(org.hl7.fhir.r4.model.Coding source) {
        String system = source.hasSystemElement() ? Elements.text(source.getSystemElement()) : null;
        String code = source.hasCodeElement() ? Elements.text(source.getCodeElement()) : null;
        String display = source.hasDisplayElement() ? Elements.text(source.getDisplayElement()) : null;
        return system == null && code == null && display == null ? null : new Coding(system, code, display);
    }

    static List<Reference> references(boolean present, Supplier<List<org.hl7.fhir.r4.model.Reference>> source) {
        return list(present, source, Datatypes::reference);
    }

    static @Nullable Reference reference(boolean present, Supplier<org.hl7.fhir.r4.model.Reference> source) {
        return present ? reference(source.get()) : null;
    }

    /** Reads a reference. One that was made from a resource object and has no literal of its own is given the resource's. */
    static @Nullable Reference reference(org.hl7.fhir.r4.model.Reference source) {
        String literal = source.hasReferenceElement() ? Elements.text(source.getReferenceElement_()) : null;
        String type = source.hasTypeElement() ? Elements.text(source.getTypeElement()) : null;
        String display = source.hasDisplayElement() ? Elements.text(source.getDisplayElement()) : null;
        literal = literal == null ? ofTarget(source.getResource()) : literal;
        boolean empty = literal == null && type == null && display == null && !source.hasIdentifier();
        return empty ? null : new Reference(literal, type, display);
    }

    private static @Nullable String ofTarget(@Nullable Object target) {
        if (!(target instanceof org.hl7.fhir.r4.model.Resource resource)) {
            return null;
        }
        String id = Headers.id(resource);
        return id == null ? null : resource.fhirType() + "/" + id;
    }

    /** Reads {@code [x]} where it is a dateTime, an instant or a Period; any other kind is no time. */
    static @Nullable Period time(@Nullable Type source, String name, Elements in) {
        if (source instanceof DateTimeType date) {
            return moment(in.date(date, name + "DateTime"));
        }
        if (source instanceof InstantType instant) {
            return moment(in.date(instant, name + "Instant"));
        }
        return source instanceof org.hl7.fhir.r4.model.Period period ? period(period, name + "Period", in) : null;
    }

    /** Returns the period of one point in time. */
    static @Nullable Period moment(@Nullable FhirDate date) {
        return date == null ? null : Period.at(date);
    }

    static @Nullable Period period(org.hl7.fhir.r4.model.Period source, String name, Elements in) {
        Elements below = in.within(name);
        FhirDate start = below.date(source.hasStartElement(), source::getStartElement, "start");
        FhirDate end = below.date(source.hasEndElement(), source::getEndElement, "end");
        return start == null && end == null ? null : new Period(start, end);
    }

    static @Nullable Quantity quantity(org.hl7.fhir.r4.model.Quantity source, String name, Elements in) {
        Elements below = in.within(name);
        BigDecimal value = below.decimal(source.hasValueElement(), source::getValueElement, "value");
        String comparator = below.text(source.hasComparatorElement(), source::getComparatorElement);
        String unit = below.text(source.hasUnitElement(), source::getUnitElement);
        String system = below.text(source.hasSystemElement(), source::getSystemElement);
        String code = below.text(source.hasCodeElement(), source::getCodeElement);
        boolean empty = value == null && comparator == null && unit == null && system == null && code == null;
        return empty ? null : new Quantity(value, comparator, unit, system, code);
    }
}
