package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.ReadIssue.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An entry that cannot be read is set aside with its reason, and its neighbours are read. */
class QuarantineTest {

    private static final String GOOD = "{'resourceType':'Observation','id':'good'}";

    private static Arguments row(
            String resource, Kind kind, @Nullable String type, @Nullable String id, String element) {
        return Arguments.of(resource, new ReadIssue(kind, type, id, element));
    }

    private static Arguments observation(String field, Kind kind, String element) {
        return row(
                "{'resourceType':'Observation','id':'o'," + field + "}",
                kind,
                "Observation",
                "o",
                "Observation." + element);
    }

    static Stream<Arguments> setAside() {
        return Stream.of(
                observation("'status':5", Kind.WRONG_SHAPE, "status"),
                observation("'code':'718-7'", Kind.WRONG_SHAPE, "code"),
                observation("'code':[{'text':'x'}]", Kind.WRONG_SHAPE, "code"),
                observation("'code':{'coding':{'code':'x'}}", Kind.WRONG_SHAPE, "code.coding"),
                observation("'code':{'coding':[{'code':{'x':[1,{}]}}]}", Kind.WRONG_SHAPE, "code.coding.code"),
                observation("'subject':'Patient/1'", Kind.WRONG_SHAPE, "subject"),
                observation("'effectiveDateTime':20250101", Kind.WRONG_SHAPE, "effectiveDateTime"),
                observation("'valueQuantity':5", Kind.WRONG_SHAPE, "valueQuantity"),
                observation("'valueQuantity':{'value':'5'}", Kind.WRONG_SHAPE, "valueQuantity.value"),
                observation("'valueBoolean':'true'", Kind.WRONG_SHAPE, "valueBoolean"),
                observation("'component':['x']", Kind.WRONG_SHAPE, "component"),
                observation("'valueQuantity':{'value':1e31}", Kind.BAD_NUMBER, "valueQuantity.value"),
                observation("'valueQuantity':{'value':1e-31}", Kind.BAD_NUMBER, "valueQuantity.value"),
                observation("'valueQuantity':{'value':1e1000000000}", Kind.BAD_NUMBER, "valueQuantity.value"),
                observation("'referenceRange':[{'low':{'value':1E+999}}]", Kind.BAD_NUMBER, "referenceRange.low.value"),
                observation("'valueInteger':1.5", Kind.BAD_NUMBER, "valueInteger"),
                observation("'valueInteger':2147483648", Kind.BAD_NUMBER, "valueInteger"),
                observation("'status':'final','status':'final'", Kind.DUPLICATE_FIELD, "status"),
                observation("'code':{'text':'a','text':'b'}", Kind.DUPLICATE_FIELD, "code.text"),
                observation("'id':'o2'", Kind.DUPLICATE_FIELD, "id"),
                observation("'resourceType':'Patient'", Kind.DUPLICATE_FIELD, "resourceType"),
                observation("'category':[{'text':'a'}],'category':[{'text':'a'}]", Kind.DUPLICATE_FIELD, "category"),
                observation("'valueString':'a','valueInteger':1", Kind.DUPLICATE_FIELD, "valueInteger"),
                observation(
                        "'effectiveDateTime':'2025','effectivePeriod':{'start':'2025'}",
                        Kind.DUPLICATE_FIELD,
                        "effectivePeriod"),
                observation("'modifierExtension':[{'url':'http://x'}]", Kind.MODIFIER_EXTENSION, "modifierExtension"),
                observation(
                        "'component':[{'modifierExtension':[{'url':'http://x'}]}]",
                        Kind.MODIFIER_EXTENSION,
                        "component.modifierExtension"),
                row("{'id':'x','status':'final'}", Kind.NO_RESOURCE_TYPE, null, null, "resource"),
                row("{'resourceType':null}", Kind.NO_RESOURCE_TYPE, null, null, "resource.resourceType"),
                row("{'resourceType':7,'id':'x'}", Kind.WRONG_SHAPE, null, null, "resource.resourceType"),
                row(
                        "{'resourceType':'MedicationOrder','id':'dstu2'}",
                        Kind.WRONG_SHAPE,
                        "MedicationOrder",
                        null,
                        "MedicationOrder"),
                row("{'resourceType':'observation'}", Kind.WRONG_SHAPE, null, null, "resource.resourceType"),
                row("{'resourceType':'CANARY 1961-04-30'}", Kind.WRONG_SHAPE, null, null, "resource.resourceType"),
                row("'Observation/1'", Kind.WRONG_SHAPE, null, null, "Bundle.entry.resource"),
                row("[]", Kind.WRONG_SHAPE, null, null, "Bundle.entry.resource"),
                row(
                        "{'resourceType':'Condition','id':'stu3','clinicalStatus':'active'}",
                        Kind.WRONG_SHAPE,
                        "Condition",
                        "stu3",
                        "Condition.clinicalStatus"),
                row(
                        "{'resourceType':'MedicationRequest','id':'m','contained':[{'resourceType':'Medication','code':3}]}",
                        Kind.WRONG_SHAPE,
                        "MedicationRequest",
                        "m",
                        "MedicationRequest.contained.code"),
                row(
                        "{'resourceType':'Patient','id':'CANARY Jane Doe','birthDate':true}",
                        Kind.WRONG_SHAPE,
                        "Patient",
                        null,
                        "Patient.birthDate"));
    }

    @ParameterizedTest
    @MethodSource("setAside")
    void unreadableEntryIsSetAsideAndItsNeighboursAreRead(String resource, ReadIssue issue) {
        PatientRecord record = FhirJson.readBundle(GOOD, resource, GOOD);
        assertThat(record.observations()).hasSize(2);
        assertThat(record.patient()).isNull();
        assertThat(record.conditions()).isEmpty();
        assertThat(record.medicationUses()).isEmpty();
        assertThat(record.issues()).hasSize(1);
        assertThat(record.issues().get(0).kind()).isEqualTo(issue.kind());
        assertThat(record.issues().get(0)).isEqualTo(issue);
        assertThat(record.toString()).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @MethodSource("setAside")
    void areaOfASetAsideEntryIsPartial(String resource, ReadIssue issue) {
        Coverage coverage = FhirJson.readBundle(resource).coverage();
        RecordArea area = issue.resourceType() == null ? null : RecordArea.of(issue.resourceType());
        for (RecordArea each : RecordArea.values()) {
            assertThat(coverage.isComplete(each)).as(each.name()).isEqualTo(area != null && each != area);
        }
    }

    @ParameterizedTest
    @MethodSource("setAside")
    void entryIsSetAsideAloneToo(String resource, ReadIssue issue) {
        if (!issue.element().startsWith("Bundle") && resource.startsWith("{")) {
            assertThat(FhirJson.read(resource).issues()).containsExactly(issue);
        }
    }

    @Test
    void dateThatIsNoneIsLeftOutAndItsEntryKept() {
        PatientRecord record = FhirJson.readBundle(
                "{'resourceType':'Condition','id':'c','onsetDateTime':'2025-02-30','recordedDate':'gestern','code':{'text':'RCC'}}");
        Condition condition = record.conditions().get(0);
        assertThat(condition.onset()).isNull();
        assertThat(condition.recordedDate()).isNull();
        assertThat(condition.code()).isEqualTo(FhirJson.text("RCC"));
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(Kind.BAD_DATE, "Condition", "c", "Condition.onsetDateTime"),
                        new ReadIssue(Kind.BAD_DATE, "Condition", "c", "Condition.recordedDate"));
        assertThat(record.coverage().of(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.PARTIAL);
        assertThat(record.coverage().isComplete(RecordArea.OBSERVATIONS)).isTrue();
    }

    @Test
    void dateValueThatIsNoneStillSaysThatThereWasAValue() {
        PatientRecord record = FhirJson.readBundle("{'resourceType':'Observation','valueDateTime':'soon'}");
        assertThat(record.observations().get(0).value()).isEqualTo(new ObservationValue.Other("valueDateTime"));
        assertThat(record.issues()).hasSize(1);
    }

    @Test
    void badDatesOfASetAsideEntryDoNotWanderToTheNext() {
        PatientRecord record =
                FhirJson.readBundle("{'resourceType':'Observation','id':'a','effectiveDateTime':'x','status':1}", GOOD);
        assertThat(record.issues())
                .containsExactly(new ReadIssue(Kind.WRONG_SHAPE, "Observation", "a", "Observation.status"));
    }

    @Test
    void entryWithoutAResourceIsNotedUnlessItExplainsItself() {
        assertThat(FhirJson.read("{'resourceType':'Bundle','entry':[{'fullUrl':'urn:uuid:1'},{}]}")
                        .issues())
                .hasSize(2)
                .allMatch(issue -> issue.kind() == Kind.NO_RESOURCE_TYPE);
        assertThat(FhirJson.read("{'resourceType':'Bundle','entry':[{'request':{'method':'DELETE','url':'x'}}]}")
                        .issues())
                .isEmpty();
    }

    @Test
    void entryThatIsNoObjectIsNoted() {
        PatientRecord record =
                FhirJson.read("{'resourceType':'Bundle','entry':[null,7,'x',[[]],{'resource':" + GOOD + "}]}");
        assertThat(record.observations()).hasSize(1);
        assertThat(record.issues()).hasSize(4).allMatch(issue -> issue.kind() == Kind.WRONG_SHAPE);
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.PARTIAL));
    }

    @Test
    void entryWithTwoResourcesOrTwoFullUrlsIsSetAside() {
        PatientRecord record = FhirJson.read("{'resourceType':'Bundle','entry':["
                + "{'resource':" + GOOD + ",'resource':" + GOOD + "},"
                + "{'fullUrl':'a','resource':" + GOOD + ",'fullUrl':'b'}]}");
        assertThat(record.observations()).isEmpty();
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(Kind.DUPLICATE_FIELD, "Observation", "good", "Bundle.entry.resource"),
                        new ReadIssue(Kind.DUPLICATE_FIELD, "Observation", "good", "Bundle.entry.fullUrl"));
    }

    @Test
    void faultInTheBundleItselfDoesNotCostItsEntries() {
        PatientRecord record =
                FhirJson.read("{'resourceType':'Bundle','link':[{'relation':[{}]}],'total':'many','entry':[{'resource':"
                        + GOOD + "}],'entry':[{'resource':" + GOOD + "}]}");
        assertThat(record.observations()).hasSize(2);
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(Kind.WRONG_SHAPE, "Bundle", null, "Bundle.link.relation"),
                        new ReadIssue(Kind.WRONG_SHAPE, "Bundle", null, "Bundle.total"),
                        new ReadIssue(Kind.DUPLICATE_FIELD, "Bundle", null, "Bundle.entry"));
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.PARTIAL));
    }

    @Test
    void emptyAndNullElementsReadAsAbsent() {
        PatientRecord record = FhirJson.readBundle("{'resourceType':'Observation','id':null,'status':'','code':{},"
                + "'category':[{},null],'subject':{},'effectivePeriod':{},'valueQuantity':{},'component':[null,{}],"
                + "'modifierExtension':[],'note':[{}],'referenceRange':[{}]}");
        assertThat(record.observations())
                .containsExactly(FhirJson.readBundle("{'resourceType':'Observation'}")
                        .observations()
                        .get(0));
        assertThat(record.issues()).isEmpty();
    }

    @Test
    void referenceByIdentifierAloneIsAReferenceWithoutALiteral() {
        PatientRecord record = FhirJson.readBundle(
                "{'resourceType':'Condition','subject':{'identifier':{'system':'urn:oid:1','value':'CANARY'}}}");
        assertThat(record.conditions().get(0).subject()).isEqualTo(new Reference(null, null, null));
        assertThat(record.toString()).doesNotContain("CANARY");
    }

    @Test
    void elementsOfOtherKindsAreLeftOut() {
        PatientRecord record = FhirJson.readBundle("{'resourceType':'Condition','id':'c','onsetString':'childhood',"
                + "'abatementAge':{'value':60},'_onsetDateTime':{'extension':[]},'asserter':{'display':'x'}}");
        assertThat(record.conditions())
                .containsExactly(FhirJson.readBundle("{'resourceType':'Condition','id':'c'}")
                        .conditions()
                        .get(0));
        assertThat(record.issues()).isEmpty();
    }

    @Test
    void skeletonOfARetractedRowIsKept() {
        PatientRecord record = FhirJson.readBundle(
                "{'resourceType':'MedicationRequest','id':'m','status':'entered-in-error','subject':{'reference':'Patient/p'}}");
        assertThat(record.medicationUses()).hasSize(1);
        assertThat(record.medicationUses().get(0).content())
                .isEqualTo(new MedicationContent(null, null, List.of(), List.of(), List.of()));
    }
}
