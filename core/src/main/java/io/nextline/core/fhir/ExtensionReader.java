package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code Extension}s and keeps those whose value is of a kind that {@link Extension} has a place for. */
final class ExtensionReader {

    private @Nullable String url;
    private @Nullable CodeableConcept concept;
    private @Nullable Reference reference;
    private @Nullable FhirDate date;
    private @Nullable String text;
    private @Nullable Boolean flag;

    private ExtensionReader() {}

    static List<Extension> list(DatatypeReader in, List<Extension> earlier) throws IOException {
        return in.list(earlier, ExtensionReader::read);
    }

    private static @Nullable Extension read(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        ExtensionReader reader = new ExtensionReader();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            reader.element(name, in);
        }
        return reader.finish();
    }

    private void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "url" -> url = in.text(url);
            case "valueCodeableConcept" -> concept = in.concept(concept);
            case "valueCoding" -> concept = in.codingAsConcept(concept);
            case "valueReference" -> reference = in.reference(reference);
            case "valueDate", "valueDateTime" -> date = in.date(date);
            case "valueString", "valueCode" -> text = in.text(text);
            case "valueBoolean" -> flag = in.flag(flag);
            default -> in.skip();
        }
    }

    private @Nullable Extension finish() {
        String words = text == null && flag != null ? flag.toString() : text;
        boolean unread = concept == null && reference == null && date == null && words == null;
        return url == null || unread ? null : new Extension(url, concept, reference, date, words);
    }
}
