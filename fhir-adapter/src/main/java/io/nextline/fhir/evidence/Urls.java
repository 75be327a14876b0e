package io.nextline.fhir.evidence;

/** The urls and systems of what is written; they stay the same from version to version. */
final class Urls {
    static final String BASE = "https://nextline.io/fhir";
    static final String PUBLISHER = "Nextline";

    /** Identifier: a trial by its name in the evidence base. */
    static final String TRIAL = BASE + "/identifier/trial";
    /** Identifier: a decision statement. */
    static final String STATEMENT = BASE + "/identifier/statement";
    /** Identifier: a part of a trial as the evidence base refers to it, {@code TRIAL/result}. */
    static final String PART = BASE + "/identifier/part";

    static final String REGISTRY = "http://clinicaltrials.gov";
    static final String PUBMED = "https://pubmed.ncbi.nlm.nih.gov";
    static final String PUBMED_CENTRAL = "https://www.ncbi.nlm.nih.gov/pmc";
    static final String DOI = "https://doi.org";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    static final String HL7 = "http://hl7.org/fhir/";
    static final String DATA_ABSENT_REASON = HL7 + "StructureDefinition/data-absent-reason";

    private Urls() {}

    static String canonical(String type, String id) {
        return BASE + "/" + type + "/" + id;
    }
}
