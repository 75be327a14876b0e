package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.parser.DataFormatException;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadIssue.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the doors differ, each with its reason. The first part is of bytes through HAPI, the second of objects that HAPI made. */
class NamedDifferencesTest {

    private static String observation(String fields) {
        return entry("{'resourceType':'Observation','id':'o'," + fields + "}");
    }

    private static String entry(String resource) {
        return ("{'resourceType':'Bundle','entry':[{'resource':" + resource + "}]}").replace('\'', '"');
    }

    private static List<ReadIssue> issue(Kind kind, String type, @Nullable String id, String element) {
        return List.of(new ReadIssue(kind, type, id, type + "." + element));
    }

    // HAPI's primitives count as empty when they hold white space alone, as FHIR has it: such a text must not be sent.
    @Test
    void textOfWhiteSpaceAloneIsNone() {
        String json = observation("'code':{'text':'  '}");
        assertThat(Doors.core(json).observations().get(0).code()).isEqualTo(new CodeableConcept(List.of(), "  "));
        assertThat(Doors.bytesThroughHapi(json).observations().get(0).code()).isNull();
    }

    // HAPI has one place for it and would drop all but the first.
    @Test
    void severalValuesWhereR4HasOneSetTheirEntryAside() {
        String json = entry("{'resourceType':'MedicationRequest','id':'m','statusReason':[{'text':'a'},{'text':'b'}]}");
        assertThat(((MedicationRequest) Doors.core(json).medicationUses().get(0)).statusReason())
                .hasSize(2);
        assertThat(Doors.bytesThroughHapi(json).issues())
                .isEqualTo(issue(Kind.WRONG_SHAPE, "MedicationRequest", "m", "statusReason"));
    }

    // The same with two kinds of one [x]: core's records have a place for both, HAPI's objects for one.
    @Test
    void twoKindsOfOneChoiceSetTheirEntryAside() {
        String json = entry("{'resourceType':'Patient','id':'p','deceasedBoolean':true,'deceasedDateTime':'2025'}");
        assertThat(Doors.core(json).patient()).isNotNull();
        assertThat(Doors.core(json).issues()).isEmpty();
        assertThat(Doors.bytesThroughHapi(json).issues())
                .isEqualTo(issue(Kind.DUPLICATE_FIELD, "Patient", "p", "deceasedDateTime"));
    }

    // Core notices a second value; the tree for HAPI is made before it is known that the first holds nothing.
    @Test
    void fieldThatStandsTwiceSetsItsEntryAsideAlsoWhereTheFirstHoldsNothing() {
        String json = observation("'code':{},'code':{'text':'x'}");
        assertThat(Doors.core(json).observations()).hasSize(1);
        assertThat(Doors.bytesThroughHapi(json).issues())
                .isEqualTo(issue(Kind.DUPLICATE_FIELD, "Observation", "o", "code"));
    }

    // HAPI's R4 classes have no place for it.
    @Test
    void elementThatR4DoesNotDefineIsNotRead() {
        String json = entry("{'resourceType':'Procedure','id':'p','occurrenceDateTime':'2025'}");
        assertThat(Doors.core(json).procedures().get(0).performed()).isNotNull();
        assertThat(Doors.bytesThroughHapi(json).procedures().get(0).performed()).isNull();
        assertThat(Doors.bytesThroughHapi(json).issues()).isEmpty();
    }

    // Core knows the nesting that other versions have here; in R4 it is no reference.
    @Test
    void objectInThePlaceOfTheLiteralOfASupportingReferenceSetsItsEntryAside() {
        String json = entry("{'resourceType':'ServiceRequest','id':'s','supportingInfo':[{'reference':{}}]}");
        assertThat(Doors.core(json).serviceRequests()).hasSize(1);
        assertThat(Doors.bytesThroughHapi(json).issues())
                .isEqualTo(issue(Kind.WRONG_SHAPE, "ServiceRequest", "s", "supportingInfo.reference"));
    }

    // The other way round in R5, whose references stand one level deeper here.
    @Test
    void textInThePlaceOfAReferenceOfR5SetsItsEntryAside() {
        String json = entry("{'resourceType':'MedicationRequest','id':'m','medication':{'reference':'#d'}}");
        assertThat(Doors.core(json).medicationUses()).hasSize(1);
        assertThat(Doors.bytesThroughHapi(Release.R5, json).issues())
                .isEqualTo(issue(Kind.WRONG_SHAPE, "MedicationRequest", "m", "medication.reference"));
    }

    // Core passes over it; HAPI would not.
    @Test
    void malformedExtensionOfAKindThatIsNotReadSetsItsEntryAside() {
        String json = entry("{'resourceType':'Condition','id':'c','extension':[{'url':'u','valueQuantity':'x'}]}");
        assertThat(Doors.core(json).issues()).isEmpty();
        assertThat(Doors.bytesThroughHapi(json).issues())
                .isEqualTo(issue(Kind.WRONG_SHAPE, "Condition", "c", "extension.valueQuantity"));
    }

    // HAPI needs the whole resource before it can begin, so its id is known.
    @Test
    void issueNamesTheIdAlsoWhereItStandsAfterTheFault() {
        String json = entry("{'resourceType':'Observation','status':5,'id':'late'}");
        assertThat(Doors.core(json).issues()).isEqualTo(issue(Kind.WRONG_SHAPE, "Observation", null, "status"));
        assertThat(Doors.bytesThroughHapi(json).issues())
                .isEqualTo(issue(Kind.WRONG_SHAPE, "Observation", "late", "status"));
    }

    // Core goes by the order of the JSON, HAPI's objects have none.
    @Test
    void badDatesAreNotedInTheOrderOfTheElementsInR4() {
        String json = entry("{'resourceType':'Condition','id':'c','recordedDate':'x','onsetDateTime':'y'}");
        assertThat(Doors.bytesThroughHapi(json)).isNotEqualTo(Doors.core(json));
        assertThat(Doors.sorted(Doors.bytesThroughHapi(json))).isEqualTo(Doors.sorted(Doors.core(json)));
    }

    // From here on: objects that HAPI's own parser made, with every objection of its silenced.

    // HAPI gives a resource the fullUrl for an id.
    @Test
    void resourceWithoutAnIdHasThatOfItsFullUrl() {
        String json = "{'resourceType':'Bundle','entry':[{'fullUrl':'http://x/Patient/7','resource':"
                + "{'resourceType':'Patient','gender':'male'}}]}";
        String quoted = json.replace('\'', '"');
        assertThat(Doors.core(quoted).patientId()).isNull();
        assertThat(Doors.bytesThroughHapi(quoted).patientId()).isNull();
        assertThat(Doors.objectsOfHapi(quoted).patientId()).isEqualTo("7");
    }

    // The object shows the last of two equal fields and not that there were two.
    @Test
    void lastOfTwoEqualFieldsIsBelieved() {
        String json = observation("'status':'final','status':'entered-in-error'");
        assertThat(Doors.bytesThroughHapi(json).observations()).isEmpty();
        assertThat(Doors.objectsOfHapi(json).observations().get(0).status()).isEqualTo("entered-in-error");
    }

    // The object shows the text and not what it was made from.
    @Test
    void numberInThePlaceOfATextIsATextAndAnObjectIsNone() {
        String number = observation("'status':5");
        assertThat(Doors.bytesThroughHapi(number).observations()).isEmpty();
        assertThat(Doors.objectsOfHapi(number).observations().get(0).status()).isEqualTo("5");
        String object = observation("'status':{}");
        assertThat(Doors.bytesThroughHapi(object).observations()).isEmpty();
        assertThat(Doors.objectsOfHapi(object).observations().get(0).status()).isNull();
    }

    // Of one entry that HAPI has no object for, the whole Bundle becomes none; with bytes it costs nothing or its own
    // entry.
    @Test
    void entryThatHapiRefusesCostsTheWholeBundle() {
        String nested = entry("{'resourceType':'Condition','id':'c','extension':"
                + "[{'url':'u','valueString':'s','extension':[{'url':'n','valueString':'t'}]}]}");
        assertThat(Doors.bytesThroughHapi(nested)).isEqualTo(Doors.core(nested));
        assertThatThrownBy(() -> Doors.objectsOfHapi(nested)).isInstanceOf(DataFormatException.class);
        String unknown =
                entry("{'resourceType':'MedicationRequest','id':'m','contained':[{'resourceType':'Nothing'}]}");
        assertThat(Doors.bytesThroughHapi(unknown)).isEqualTo(Doors.core(unknown));
        assertThatThrownBy(() -> Doors.objectsOfHapi(unknown)).isInstanceOf(DataFormatException.class);
    }
}
