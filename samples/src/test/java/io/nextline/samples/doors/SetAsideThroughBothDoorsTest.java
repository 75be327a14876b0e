package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.PatientRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a whole entry, or with the Bundle around it, is told in the same words through either door. */
class SetAsideThroughBothDoorsTest {

    private static final String GOOD = "{'resource':{'resourceType':'Observation','id':'good','status':'final'}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "7",
                "[[]]",
                "{'fullUrl':'urn:uuid:1'}",
                "{'fullUrl':5,'resource':{'resourceType':'Patient','id':'p'}}",
                "{'resource':null}",
                "{'resource':7}",
                "{'resource':[]}",
                "{'resource':{}}",
                "{'resource':{'id':'x','status':'final'}}",
                "{'resource':{'resourceType':null,'id':'x'}}",
                "{'resource':{'resourceType':7,'id':'x'}}",
                "{'resource':{'resourceType':'observation','id':'x'}}",
                "{'resource':{'resourceType':'No Type','id':'x'}}",
                "{'resource':{'resourceType':'Observation','id':'x','id':'y'}}",
                "{'resource':{'resourceType':'Observation','id':'x','resourceType':'Patient'}}",
                "{'resource':{'resourceType':'Observation','id':'not an id'}}",
                "{'resource':{'resourceType':'Observation','id':'a/b'}}",
                "{'resource':{'resourceType':'Observation','id':'x','valueString':'a','valueInteger':1}}",
                "{'resource':{'resourceType':'Observation','id':'x','valueInteger':1.5}}",
                "{'resource':{'resourceType':'Observation','id':'x','valueInteger':2147483648}}",
                "{'resource':{'resourceType':'Observation','id':'x','code':{'coding':{'code':'x'}}}}",
                "{'resource':{'status':'final','id':'late','resourceType':'Observation'}}",
                "{'resource':{'entry':[],'id':'p','resourceType':'Patient'}}",
                "{'resource':{'resourceType':'Practitioner','id':5,'id':6}}",
                "{'resource':{'resourceType':'Observation','id':'a'},'resource':{'resourceType':'Observation','id':'b'}}",
                "{'resource':{'resourceType':'Observation','id':'a'},'modifierExtension':[{'url':'http://x'}]}",
                "{'resource':{'resourceType':'Observation','id':'a'},'modifierExtension':[]}",
                "{'resource':{'resourceType':'MedicationRequest','id':'m','contained':[{'resourceType':'Medication','code':{'text':'x'}},{'id':'n'}]}}",
                "{'resource':{'resourceType':'MedicationRequest','id':'m','contained':['x']}}",
                "{'request':{'method':'DELETE','url':'x'}}",
                "{'response':{'status':'404'}}",
                "{'response':{'status':'200'}}",
                "{'response':{'status':500}}",
                "{'resource':{'resourceType':'OperationOutcome','issue':[{'severity':'information'}]}}",
                "{'resource':{'resourceType':'OperationOutcome','issue':[{'severity':'error'}]}}",
                "{'resource':{'resourceType':'OperationOutcome'}}",
                "{'resource':{'resourceType':'Parameters','parameter':[{'name':'a','resource':{'resourceType':'Patient'}}]}}",
                "{'resource':{'resourceType':'Parameters','parameter':[{'part':[{'name':'x'}]},{'valueString':'x'}]}}",
                "{'resource':{'resourceType':'Bundle','link':[{'relation':'next','url':'x'}],'entry':[" + GOOD + "]}}",
                "{'resource':{'resourceType':'Bundle','total':2,'entry':[" + GOOD + "]}}",
                "{'resource':{'resourceType':'Bundle','total':1e1000000000,'entry':[" + GOOD + "]}}",
                "{'resource':{'resourceType':'Bundle','total':1.5,'link':'x'}}",
                "{'resource':{'resourceType':'Bundle','link':[{'relation':5}],'entry':{}}}"
            })
    void oddEntryIsTheSameThroughEitherDoor(String entry) {
        String json =
                ("{'resourceType':'Bundle','entry':[" + GOOD + "," + entry + "," + GOOD + "]}").replace('\'', '"');
        PatientRecord expected = Doors.sorted(Doors.core(json));
        assertThat(expected.observations()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Doors.sorted(Doors.bytesThroughHapi(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Patient','id':'p'}",
                "{'resourceType':'Observation','id':'o'}",
                "{'resourceType':'Practitioner','id':'d'}",
                "{'resourceType':'OperationOutcome','issue':[{'severity':'information'}]}",
                "{'resourceType':'Parameters'}",
                "{'resourceType':'Bundle'}",
                "{'entry':[" + GOOD + "]}",
                "{'entry':[" + GOOD + "],'resourceType':'Bundle'}",
                "{'entry':[" + GOOD + "],'resourceType':'Patient'}",
                "{'resourceType':'Bundle','entry':[" + GOOD + "],'entry':[" + GOOD + "],'total':9}",
                "{'resourceType':'Patient','id':'p'}\n{'resourceType':'Condition','id':'c'}\n{'resourceType':'Patient','id':'q'}",
                "{'id':'x'}"
            })
    void whatStandsAloneIsTheSameThroughEitherDoor(String json) {
        String quoted = json.replace('\'', '"');
        assertThat(Doors.sorted(Doors.bytesThroughHapi(quoted))).isEqualTo(Doors.sorted(Doors.core(quoted)));
    }
}
