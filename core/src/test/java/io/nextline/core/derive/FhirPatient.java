package io.nextline.core.derive;

import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A synthetic patient in FHIR JSON, written with single quotes, for tests of how entries are read into facts. */
final class FhirPatient {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private static final Nextline NEXTLINE = Nextline.load();
    private static final RecordReader READER = new RecordReader(ReadLimits.forRequests());
    private final List<String> resources = new ArrayList<>();
    private LocalDate asOf = AS_OF;
    private int next;

    private FhirPatient(String patient, String cancer) {
        resources.add("{'resourceType':'Patient','id':'p'," + patient + "}");
        resources.add("{'resourceType':'Condition','id':'c0','subject':{'reference':'Patient/p'},"
                + "'clinicalStatus':{'coding':[{'code':'active'}]},'verificationStatus':{'coding':[{'code':'confirmed'}]},"
                + "'category':[{'coding':[{'code':'problem-list-item'}]}],'onsetDateTime':'2024-01-10',"
                + "'code':{'coding':[{'system':'http://snomed.info/sct','code':'" + cancer + "'}]}}");
    }

    /** A patient with clear cell renal cell carcinoma. */
    static FhirPatient withRcc() {
        return new FhirPatient("'birthDate':'1960-05-01'", "254915003");
    }

    /** A patient with lung adenocarcinoma. */
    static FhirPatient withNsclc() {
        return new FhirPatient("'birthDate':'1960-05-01'", "254626006");
    }

    /** A patient whose cancer has this SNOMED CT code. */
    static FhirPatient with(String cancer) {
        return new FhirPatient("'birthDate':'1960-05-01'", cancer);
    }

    /** A patient with clear cell renal cell carcinoma and these fields of the Patient resource. */
    static FhirPatient of(String fields) {
        return new FhirPatient(fields, "254915003");
    }

    /** Sets the day on which the cancer began, as it is written in the record. */
    FhirPatient diagnosed(String onset) {
        resources.set(1, resources.get(1).replace("2024-01-10", onset));
        return this;
    }

    FhirPatient asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    /** Adds a resource of this type, with subject and id, and these further fields. */
    FhirPatient add(String type, String fields) {
        resources.add("{'resourceType':'" + type + "','id':'r" + next++ + "','subject':{'reference':'Patient/p'},"
                + fields + "}");
        return this;
    }

    /** Adds a final Observation by its LOINC code. */
    FhirPatient observation(String loinc, String day, String fields) {
        return add(
                "Observation",
                "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'" + loinc
                        + "'}]},'effectiveDateTime':'" + day + "'," + fields);
    }

    /** Adds an active, confirmed problem. */
    FhirPatient problem(String system, String code, String fields) {
        return add(
                "Condition",
                "'clinicalStatus':{'coding':[{'code':'active'}]},'verificationStatus':{'coding':[{'code':'confirmed'}]},"
                        + "'code':{'coding':[{'system':'" + system + "','code':'" + code + "'}]}" + fields);
    }

    /** Adds a laboratory value with its limits in the same unit. */
    FhirPatient lab(String loinc, String day, String value, String unit, String low, String high) {
        String limits = (low.isEmpty() ? "" : "'low':{'value':" + low + "},")
                + (high.isEmpty() ? "" : "'high':{'value':" + high + "},");
        String range = limits.isEmpty() ? "" : ",'referenceRange':[{" + limits.substring(0, limits.length() - 1) + "}]";
        return observation(loinc, day, "'valueQuantity':{'value':" + value + ",'unit':'" + unit + "'}" + range);
    }

    EvidenceReport report() {
        StringBuilder bundle = new StringBuilder("{'resourceType':'Bundle','type':'collection','entry':[");
        for (String resource : resources) {
            bundle.append(bundle.charAt(bundle.length() - 1) == '[' ? "" : ",");
            bundle.append("{'resource':").append(resource).append('}');
        }
        byte[] json = bundle.append("]}").toString().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return NEXTLINE.evaluate(READER.read(json), asOf);
    }

    PatientFacts facts() {
        return report().facts();
    }
}
