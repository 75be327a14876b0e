package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Patient}. */
final class PatientReader extends ResourceReader {

    private @Nullable FhirDate birthDate;
    private @Nullable Boolean deceasedBoolean;
    private @Nullable FhirDate deceasedDateTime;
    private @Nullable String gender;
    private List<Patient.Link> link = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "birthDate" -> birthDate = in.birthDate(birthDate);
            case "deceasedBoolean" -> deceasedBoolean = in.flag(deceasedBoolean);
            case "deceasedDateTime" -> deceasedDateTime = in.date(deceasedDateTime);
            case "gender" -> gender = in.text(gender);
            case "link" -> link = in.list(link, PatientReader::link);
            default -> common(name, in);
        }
    }

    private static Patient.@Nullable Link link(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        Reference other = null;
        String type = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "other" -> other = in.reference(other);
                case "type" -> type = in.text(type);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
        return other == null ? null : new Patient.Link(other, type);
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Patient(header, birthDate, deceasedBoolean, deceasedDateTime, gender, link);
    }
}
