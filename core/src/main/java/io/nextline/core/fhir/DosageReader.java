package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the dosages of one medication use: their words, routes and times. */
final class DosageReader {

    private List<String> texts = List.of();
    private List<CodeableConcept> routes = List.of();
    private List<FhirDate> events = List.of();
    private @Nullable Period bounds;
    private boolean read;

    /** Reads {@code dosageInstruction} or {@code dosage}, whether a list or a single one. */
    void readAll(DatatypeReader in) throws IOException {
        if (in.at(JsonToken.VALUE_NULL)) {
            return;
        }
        if (read) {
            throw in.setAside(ReadIssue.Kind.DUPLICATE_FIELD);
        }
        read = true;
        if (!in.at(JsonToken.START_ARRAY)) {
            dosage(in);
            return;
        }
        while (in.nextElement()) {
            dosage(in);
        }
    }

    private void dosage(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return;
        }
        String text = null;
        CodeableConcept route = null;
        boolean timed = false;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "text" -> text = in.text(text);
                case "route" -> route = in.concept(route);
                case "timing" -> timed = timing(in, timed);
                case "modifierExtension" -> ResourceReader.modifierExtension(in);
                default -> in.skip();
            }
        }
        texts = append(texts, text);
        routes = append(routes, route);
    }

    private boolean timing(DatatypeReader in, boolean earlier) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, earlier ? this : null)) {
            return earlier;
        }
        List<FhirDate> dates = List.of();
        Period period = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "event" -> dates = in.list(dates, each -> each.date(null));
                case "repeat" -> period = repeat(in, period);
                case "modifierExtension" -> ResourceReader.modifierExtension(in);
                default -> in.skip();
            }
        }
        bounds = bounds == null ? period : bounds;
        if (!dates.isEmpty()) {
            events = new ArrayList<>(events);
            events.addAll(dates);
        }
        return true;
    }

    private static @Nullable Period repeat(DatatypeReader in, @Nullable Period earlier) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, earlier)) {
            return earlier;
        }
        Period bounds = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            if (name.equals("boundsPeriod")) {
                bounds = in.period(bounds);
            } else {
                in.skip();
            }
        }
        return bounds;
    }

    private static <T> List<T> append(List<T> list, @Nullable T value) {
        if (value == null) {
            return list;
        }
        if (list.isEmpty()) {
            return List.of(value);
        }
        List<T> longer = list instanceof ArrayList<T> ? list : new ArrayList<>(list);
        longer.add(value);
        return longer;
    }

    /** Returns the words of every dosage in the order sent, then R5's rendered text of them all. */
    List<String> texts(@Nullable String rendered) {
        return append(texts, rendered);
    }

    List<CodeableConcept> routes() {
        return routes;
    }

    /** Returns the first bounds stated, else the time from the earliest event to the latest, else null. */
    @Nullable Period timing() {
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
