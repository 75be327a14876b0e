package io.nextline.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's side of the tests, and the records to expect. */
final class Hapi {

    static final FhirContext R4 = FhirContext.forR4Cached();
    static final HapiRecordReader READER = new HapiRecordReader(R4, ReadLimits.forRequests());

    private Hapi() {}

    /** Reads objects. */
    static PatientRecord read(Resource... resources) {
        return READER.read(List.of(resources));
    }

    /** Reads JSON written with single quotes. */
    static PatientRecord readJson(String json) {
        return READER.read(bytes(json));
    }

    /** Has HAPI parse JSON written with single quotes, without an objection. */
    static Resource parse(String json) {
        String quoted = new String(bytes(json), StandardCharsets.UTF_8);
        return (Resource)
                R4.newJsonParser().setParserErrorHandler(new Unheard()).parseResource(quoted);
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static org.hl7.fhir.r4.model.CodeableConcept concept(String code) {
        org.hl7.fhir.r4.model.CodeableConcept concept = new org.hl7.fhir.r4.model.CodeableConcept();
        concept.addCoding().setSystem("http://example.org").setCode(code);
        return concept.setText("text of " + code);
    }

    /** Returns what {@link #concept} is read as. */
    static CodeableConcept read(String code) {
        return new CodeableConcept(List.of(new Coding("http://example.org", code, null)), "text of " + code);
    }

    static Reference reference(String literal) {
        return new Reference(literal, null, null);
    }

    static FhirDate date(String text) {
        return Objects.requireNonNull(FhirDate.parse(text));
    }

    static Period period(String start, String end) {
        return new Period(date(start), date(end));
    }
}
