package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A {@link JsonCursor} that reads FHIR's datatypes. A datatype without any element that Nextline reads is read as null. */
final class DatatypeReader extends JsonCursor {

    /** Reads one value of a list. */
    interface ValueReader<T> {

        /** Returns the value at hand, or null if it holds nothing. */
        @Nullable T read(DatatypeReader in) throws IOException;
    }

    private static final ValueReader<CodeableConcept> CONCEPT = in -> in.concept(null);
    private static final ValueReader<Reference> REFERENCE = in -> in.reference(null);

    private final CalendarDays days;
    private Coding[] codings = new Coding[8];
    private List<?> lastAlone = List.of();

    DatatypeReader(JsonTokens tokens, ReadLimits limits, SharedValues shared, CalendarDays days) {
        super(tokens, limits, shared);
        this.days = days;
    }

    /** Reads a date, dateTime or instant. A text that is none, and a placeholder for one, are noted, and read as null. */
    @Nullable FhirDate date(@Nullable FhirDate earlier) throws IOException {
        return date(earlier, FhirDate::isPlaceholder);
    }

    /** Reads a birth date, which may be the day from which computers count. */
    @Nullable FhirDate birthDate(@Nullable FhirDate earlier) throws IOException {
        return date(earlier, FhirDate::isBeforeLivingMemory);
    }

    private @Nullable FhirDate date(@Nullable FhirDate earlier, Predicate<FhirDate> unusable) throws IOException {
        if (isAbsent(JsonToken.VALUE_STRING, earlier)) {
            return earlier;
        }
        FhirDate date = written();
        if (date == null || unusable.test(date)) {
            badDate();
            return null;
        }
        return date;
    }

    private @Nullable FhirDate written() throws IOException {
        if (tokens().isPlain()) {
            return days.date(tokens().bytes(), tokens().start(), checked(tokens().length()));
        }
        String text = ownText(null);
        return text == null ? null : FhirDate.parse(text);
    }

    /** Reads a date as the period of one point in time. */
    @Nullable Period moment(@Nullable Period earlier) throws IOException {
        if (isAbsent(JsonToken.VALUE_STRING, earlier)) {
            return earlier;
        }
        FhirDate date = date(null);
        return date == null ? null : Period.at(date);
    }

    @Nullable Period period(@Nullable Period earlier) throws IOException {
        if (isAbsent(JsonToken.START_OBJECT, earlier)) {
            return earlier;
        }
        FhirDate start = null;
        FhirDate end = null;
        for (String name = nextField(); name != null; name = nextField()) {
            switch (name) {
                case "start" -> start = date(start);
                case "end" -> end = date(end);
                default -> skip();
            }
        }
        return start == null && end == null ? null : new Period(start, end);
    }

    @Nullable CodeableConcept concept(@Nullable CodeableConcept earlier) throws IOException {
        if (isAbsent(JsonToken.START_OBJECT, earlier)) {
            return earlier;
        }
        int count = 0;
        String text = null;
        for (String name = nextField(); name != null; name = nextField()) {
            switch (name) {
                case "coding" -> count = codings(count);
                case "text" -> text = text(text);
                default -> skip();
            }
        }
        return conceptOf(count, text);
    }

    /** Returns the concept of the codings that were just read and the text. */
    @Nullable CodeableConcept conceptOf(int count, @Nullable String text) {
        return count == 0 && text == null ? null : shared().concept(codings, count, text);
    }

    /** Reads codings, for {@link #conceptOf}, and returns how many. */
    int codings(int earlier) throws IOException {
        if (isAbsent(JsonToken.START_ARRAY, earlier == 0 ? null : codings)) {
            return earlier;
        }
        int count = 0;
        while (nextElement()) {
            Coding coding = coding();
            if (coding != null) {
                if (count == codings.length) {
                    codings = Arrays.copyOf(codings, 2 * count);
                }
                codings[count++] = coding;
            }
        }
        return count;
    }

    private @Nullable Coding coding() throws IOException {
        if (isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        String system = null;
        String code = null;
        String display = null;
        for (String name = nextField(); name != null; name = nextField()) {
            switch (name) {
                case "system" -> system = text(system);
                case "code" -> code = text(code);
                case "display" -> display = text(display);
                default -> skip();
            }
        }
        return system == null && code == null && display == null ? null : shared().coding(system, code, display);
    }

    /** Reads a {@code Coding} as the concept that it alone makes. */
    @Nullable CodeableConcept codingAsConcept(@Nullable CodeableConcept earlier) throws IOException {
        if (isAbsent(JsonToken.START_OBJECT, earlier)) {
            return earlier;
        }
        Coding coding = coding();
        return coding == null ? null : new CodeableConcept(List.of(coding), null);
    }

    List<CodeableConcept> concepts(List<CodeableConcept> earlier) throws IOException {
        return list(earlier, CONCEPT);
    }

    @Nullable Reference reference(@Nullable Reference earlier) throws IOException {
        if (isAbsent(JsonToken.START_OBJECT, earlier)) {
            return earlier;
        }
        String literal = null;
        String type = null;
        String display = null;
        boolean logical = false;
        for (String name = nextField(); name != null; name = nextField()) {
            switch (name) {
                case "reference" -> literal = text(literal);
                case "type" -> type = text(type);
                case "display" -> display = text(display);
                case "identifier" -> logical |= isFilledObject();
                default -> skip();
            }
        }
        return referenceOf(literal, type, display, logical);
    }

    /** Returns the reference of these parts, or null when there is none of them and it is not by identifier either. */
    @Nullable Reference referenceOf(@Nullable String literal, @Nullable String type, @Nullable String display, boolean logical) {
        boolean empty = literal == null && type == null && display == null && !logical;
        return empty ? null : shared().reference(literal, type, display);
    }

    /** Returns whether an object at hand has any field. What identifies a person is not read, only whether it is there. */
    boolean isFilledObject() throws IOException {
        if (isAbsent(JsonToken.START_OBJECT, null)) {
            return false;
        }
        boolean filled = false;
        for (String name = nextField(); name != null; name = nextField()) {
            filled = true;
            skip();
        }
        return filled;
    }

    List<Reference> references(List<Reference> earlier) throws IOException {
        return list(earlier, REFERENCE);
    }

    /** Reads an array, or a single value where FHIR versions differ in that; values that hold nothing are left out. */
    <T> List<T> list(List<T> earlier, ValueReader<T> reader) throws IOException {
        if (at(JsonToken.VALUE_NULL)) {
            return earlier;
        }
        if (!earlier.isEmpty()) {
            throw setAside(ReadIssue.Kind.DUPLICATE_FIELD);
        }
        if (!at(JsonToken.START_ARRAY)) {
            T single = reader.read(this);
            return single == null ? List.of() : List.of(single);
        }
        return elements(reader);
    }

    private <T> List<T> elements(ValueReader<T> reader) throws IOException {
        T first = null;
        List<T> more = List.of();
        while (nextElement()) {
            T next = reader.read(this);
            if (first == null) {
                first = next;
            } else if (next != null) {
                if (more.isEmpty()) {
                    more = new ArrayList<>();
                    more.add(first);
                }
                more.add(next);
            }
        }
        if (more.isEmpty()) {
            return first == null ? List.of() : alone(first);
        }
        return List.copyOf(more);
    }

    // Rows of one kind tend to have one and the same category.
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // The list's only element is the very one given.
    private <T> List<T> alone(T only) {
        if (lastAlone.isEmpty() || lastAlone.get(0) != only) {
            lastAlone = List.of(only);
        }
        return (List<T>) lastAlone;
    }
}
