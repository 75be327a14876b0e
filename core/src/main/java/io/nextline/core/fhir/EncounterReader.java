package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Encounter}. */
final class EncounterReader extends ResourceReader {

    private @Nullable String status;
    private @Nullable Reference subject;
    private @Nullable Period period;
    private @Nullable CodeableConcept dischargeDisposition;

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "subject" -> subject = in.reference(subject);
            case "period", "actualPeriod" -> period = in.period(period);
            case "hospitalization", "admission" -> stay(in);
            default -> common(name, in);
        }
    }

    private void stay(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, dischargeDisposition)) {
            return;
        }
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "dischargeDisposition" -> disposition(in);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
    }

    // The German base profile writes the reason in an extension of the concept, as codings inside of extensions of its
    // own.
    private void disposition(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, dischargeDisposition)) {
            return;
        }
        int count = 0;
        String text = null;
        List<Coding> nested = new ArrayList<>();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "coding" -> count = in.codings(count);
                case "text" -> text = in.text(text);
                case "extension" -> in.list(List.of(), each -> nested(each, nested));
                default -> in.skip();
            }
        }
        CodeableConcept plain = in.conceptOf(count, text);
        dischargeDisposition = nested.isEmpty() ? plain : joined(plain, nested);
    }

    private static @Nullable Coding nested(DatatypeReader in, List<Coding> found) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "extension" -> in.list(List.of(), each -> nested(each, found));
                case "valueCoding" -> {
                    CodeableConcept value = in.codingAsConcept(null);
                    found.addAll(value == null ? List.of() : value.coding());
                }
                default -> in.skip();
            }
        }
        return null;
    }

    private static CodeableConcept joined(@Nullable CodeableConcept plain, List<Coding> nested) {
        List<Coding> codings = new ArrayList<>(plain == null ? List.of() : plain.coding());
        codings.addAll(nested);
        return new CodeableConcept(codings, plain == null ? null : plain.text());
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Encounter(header, status, subject, period, dischargeDisposition);
    }
}
