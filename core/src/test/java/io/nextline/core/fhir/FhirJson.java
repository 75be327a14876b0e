package io.nextline.core.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** FHIR JSON for tests, written with single quotes. */
final class FhirJson {

    static final RecordReader READER = new RecordReader(ReadLimits.forRequests());

    private FhirJson() {}

    static byte[] bytes(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a collection Bundle of these resources. */
    static String bundle(String... resources) {
        StringBuilder json = new StringBuilder("{'resourceType':'Bundle','type':'collection','entry':[");
        for (int i = 0; i < resources.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{'resource':")
                    .append(resources[i])
                    .append('}');
        }
        return json.append("]}").toString();
    }

    static PatientRecord read(String singleQuoted) {
        return READER.read(bytes(singleQuoted));
    }

    /** Reads a Bundle of these resources. */
    static PatientRecord readBundle(String... resources) {
        return read(bundle(resources));
    }

    static byte[] file(String name) {
        try (InputStream in = Objects.requireNonNull(FhirJson.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static CodeableConcept text(String text) {
        return new CodeableConcept(java.util.List.of(), text);
    }

    static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(java.util.List.of(new Coding(system, code, null)), null);
    }

    static Reference to(String literal) {
        return new Reference(literal, null, null);
    }

    static FhirDate date(String text) {
        return Objects.requireNonNull(FhirDate.parse(text));
    }

    static Period at(String text) {
        return Period.at(date(text));
    }

    static ResourceHeader header(String type, String id) {
        return new ResourceHeader(type, id, null, null);
    }
}
