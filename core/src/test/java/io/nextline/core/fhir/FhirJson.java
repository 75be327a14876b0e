package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** FHIR JSON for tests, written with single quotes. */
final class FhirJson {

    static final RecordReader READER = new RecordReader(ReadLimits.forRequests());

    /** Reads streams as they come, through Jackson. */
    static final RecordReader FILES = new RecordReader(ReadLimits.forFiles());

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

    /** Reads a record, and holds the reading of a stream to the reading of bytes. */
    static PatientRecord read(String singleQuoted) {
        byte[] json = bytes(singleQuoted);
        PatientRecord record = READER.read(json);
        assertThat(readStream(json)).isEqualTo(record);
        return record;
    }

    static PatientRecord readStream(byte[] json) {
        try {
            return FILES.read(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
        return new CodeableConcept(List.of(), text);
    }

    static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(List.of(new Coding(system, code, null)), null);
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
