package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadIssue.Kind;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentsTest {

    private static final String GOOD =
            "<entry><resource><Observation><id value='good'/></Observation></resource></entry>";

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String bundle(String resource) {
        return "<Bundle xmlns='http://hl7.org/fhir'>" + GOOD + "<entry><resource>" + resource + "</resource></entry>"
                + GOOD + "</Bundle>";
    }

    private static PatientRecord readEntry(String resource) {
        return Hapi.READER.read(bytes(bundle(resource)));
    }

    private static void refused(String xml, Reason reason) {
        assertThatThrownBy(() -> Hapi.READER.read(bytes(xml)))
                .as(xml.substring(0, Math.min(xml.length(), 80)))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason))
                .hasNoCause();
    }

    @Test
    void valuesListsNumbersAndBooleansAreRead() {
        PatientRecord record =
                readEntry("<!-- a comment --><Observation><id value='o'/><meta><versionId value='2'/></meta>"
                        + "<text><status value='generated'/><div xmlns='http://www.w3.org/1999/xhtml'>a <b>b</b> &amp; c</div></text>"
                        + "<extension url='u'><valueString value='x'/></extension><status value='final'/>"
                        + "<code><coding><system value='http://loinc.org'/><code value='718-7'/></coding></code>"
                        + "<valueQuantity><value value='9.10'/><unit value='g/dL'/></valueQuantity></Observation>");
        Observation observation = record.observations().get(1);
        assertThat(observation.header().versionId()).isEqualTo("2");
        assertThat(observation.code().coding()).hasSize(1);
        assertThat(observation.value())
                .hasToString("Measured[quantity=Quantity[value=9.10, comparator=null,"
                        + " unit=g/dL, system=null, code=null]]");
        assertThat(record.issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "-1E+31", "1e-1000000000", "11111111112222222222333333333344444444445"})
    void hostileNumberSetsItsEntryAside(String number) {
        PatientRecord record = readEntry("<Observation><id value='bad'/><valueQuantity><value value='" + number
                + "'/></valueQuantity></Observation>");
        assertThat(record.observations()).hasSize(2);
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(Kind.BAD_NUMBER, "Observation", "bad", "Observation.valueQuantity.value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<valueQuantity><value value=\"1,5\"/></valueQuantity> | WRONG_SHAPE | valueQuantity.value",
                "<valueBoolean value=\"yes\"/> | WRONG_SHAPE | valueBoolean",
                "<status value=\"a\"/><status value=\"b\"/> | DUPLICATE_FIELD | status",
                "<category><text value=\"a\"/></category><status/><category/> | DUPLICATE_FIELD | category",
                "<modifierExtension url=\"x\"/> | MODIFIER_EXTENSION | modifierExtension"
            })
    void whatDoesNotFitSetsItsEntryAside(String element, Kind kind, String path) {
        PatientRecord record = readEntry("<Observation><id value='bad'/>" + element + "</Observation>");
        assertThat(record.observations()).hasSize(2);
        assertThat(record.issues()).containsExactly(new ReadIssue(kind, "Observation", "bad", "Observation." + path));
    }

    @Test
    void badDateCostsNoEntryAndIsNoted() {
        PatientRecord record = readEntry("<Observation><id value='o'/><status value='nearly'/>"
                + "<effectiveDateTime value='2025-02-30'/></Observation>");
        assertThat(record.observations()).hasSize(3);
        assertThat(record.issues())
                .containsExactly(new ReadIssue(Kind.BAD_DATE, "Observation", "o", "Observation.effectiveDateTime"));
    }

    @Test
    void wrappersAndContainedResourcesAreRead() {
        PatientRecord record = Hapi.READER.read(bytes("<Parameters xmlns='http://hl7.org/fhir'><parameter>"
                + "<name value='x'/><resource><MedicationRequest><contained><Medication><id value='m'/></Medication>"
                + "</contained><contained><Nothing/></contained><medicationReference><reference value='#m'/>"
                + "</medicationReference></MedicationRequest></resource></parameter></Parameters>"));
        assertThat(record.medicationUses().get(0).content().contained()).hasSize(1);
        assertThat(record.issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Patient><Patient xmlns='http://hl7.org/fhir'/>",
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><Patient xmlns='http://hl7.org/fhir'>&b;</Patient>",
                "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><Patient xmlns='http://hl7.org/fhir'/>",
                "<!DOCTYPE x [<!ENTITY % r SYSTEM 'http://127.0.0.1:1/x'> %r;]><Patient xmlns='http://hl7.org/fhir'/>"
            })
    void documentTypeIsRefused(String xml) {
        refused(xml, Reason.XML_DOCTYPE);
    }

    @Test
    void limitsHold() {
        String open = "<Patient xmlns='http://hl7.org/fhir'>";
        refused(open + "<link>".repeat(70), Reason.TOO_DEEP);
        refused(open + "<text><div xmlns='x'>" + "<b>".repeat(70), Reason.TOO_DEEP);
        refused(open + "<" + "x".repeat(257) + "/></Patient>", Reason.NAME_TOO_LONG);
        refused(
                bundle("<Observation><valueString value='" + "x".repeat(1_000_001) + "'/></Observation>"),
                Reason.TEXT_TOO_LONG);
        refused(" ".repeat(8 * 1024 * 1024) + "<Patient xmlns='http://hl7.org/fhir'/>", Reason.TOO_LARGE);
        refused("<Bundle xmlns='http://hl7.org/fhir'>" + GOOD.repeat(5_001) + "</Bundle>", Reason.TOO_MANY_ENTRIES);
        refused(open + "<x/>".repeat(700_000) + "</Patient>", Reason.TOO_MANY_TOKENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<Patient xmlns='http://hl7.org/fhir'>",
                "<Patient xmlns='http://hl7.org/fhir'><id value=\"x\" value=\"y\"/></Patient>",
                "<Patient xmlns='http://hl7.org/fhir'>&secret;</Patient>",
                "<Patient xmlns='http://hl7.org/fhir'/><Patient/>"
            })
    void whatIsNotWellFormedIsRefused(String xml) {
        assertThatThrownBy(() -> Hapi.READER.read(bytes(xml)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("XML")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsNotFhirIsRefused() {
        refused("<Patient/>", Reason.NOT_FHIR);
        refused("<html xmlns='http://www.w3.org/1999/xhtml'/>", Reason.NOT_FHIR);
    }

    @Test
    void streamAndOtherEncodingAreReadAsBytesAre() throws IOException {
        String xml = bundle("<Observation><valueString value='é'/></Observation>");
        PatientRecord expected = Hapi.READER.read(bytes(xml));
        assertThat(Hapi.READER.read(new ByteArrayInputStream(bytes("\n" + xml))))
                .isEqualTo(expected);
        String declared = "<?xml version='1.0' encoding='ISO-8859-1'?>" + xml;
        assertThat(Hapi.READER.read(declared.getBytes(Charset.forName("ISO-8859-1"))))
                .isEqualTo(expected);
    }
}
