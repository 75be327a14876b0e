package io.nextline.benchmarks;

import java.util.List;

/** What the rows are about: codes that charts are full of, and the few that tell of the cancer. */
final class Rows {

    static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String SNOMED_CT = "http://snomed.info/sct";
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    static final String LOINC = "http://loinc.org";

    static final List<Problem> CANCER = List.of(
            new Problem("C64.9", "702391001", "Clear cell carcinoma of kidney"),
            new Problem("C78.00", "94391008", "Secondary malignant neoplasm of unspecified lung"));

    static final List<Problem> OTHER_PROBLEMS = List.of(
            new Problem("I10", "59621000", "Essential (primary) hypertension"),
            new Problem("E11.9", "44054006", "Type 2 diabetes mellitus without complications"),
            new Problem("J45.909", "195967001", "Unspecified asthma, uncomplicated"),
            new Problem("R53.83", "84229001", "Other fatigue"),
            new Problem("F41.1", "21897009", "Generalized anxiety disorder"),
            new Problem("N18.30", "433144002", "Chronic kidney disease, stage 3 unspecified"),
            new Problem("K21.9", "235595009", "Gastro-esophageal reflux disease without esophagitis"),
            new Problem("E03.9", "40930008", "Hypothyroidism, unspecified"),
            new Problem("D64.9", "271737000", "Anemia, unspecified"),
            new Problem("E78.5", "55822004", "Hyperlipidemia, unspecified"));

    static final List<Drug> CANCER_DRUGS = List.of(
            new Drug("1597876", "nivolumab", "Infuse 3 mg/kg every 3 weeks"),
            new Drug("1094833", "ipilimumab", "Infuse 1 mg/kg every 3 weeks"));

    static final List<Drug> OTHER_DRUGS = List.of(
            daily("308136", "amlodipine 5 MG Oral Tablet"),
            daily("860975", "24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet"),
            daily("312617", "prednisone 5 MG Oral Tablet"),
            daily("198211", "simvastatin 40 MG Oral Tablet"),
            daily("617312", "atorvastatin 20 MG Oral Tablet"),
            daily("312086", "ondansetron 4 MG Oral Tablet"),
            daily("310798", "hydrochlorothiazide 25 MG Oral Tablet"),
            daily("966221", "levothyroxine sodium 0.05 MG Oral Tablet"),
            daily("314076", "lisinopril 10 MG Oral Tablet"),
            daily("199026", "doxycycline hyclate 100 MG Oral Capsule"),
            daily("198405", "ibuprofen 600 MG Oral Tablet"),
            daily("1049502", "12 HR oxycodone hydrochloride 10 MG Extended Release Oral Tablet"));

    static final List<Measure> MEASURES = List.of(
            new Measure(
                    "1742-6", "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma", "U/L", 5, 80),
            new Measure("777-3", "Platelets [#/volume] in Blood by Automated count", "10*3/uL", 140, 480),
            new Measure("17861-6", "Calcium [Mass/volume] in Serum or Plasma", "mg/dL", 8, 11),
            new Measure("718-7", "Hemoglobin [Mass/volume] in Blood", "g/dL", 9, 16),
            new Measure("8480-6", "Systolic blood pressure", "mm[Hg]", 100, 180),
            new Measure("2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "mg/dL", 1, 3),
            new Measure("33914-3", "Glomerular filtration rate/1.73 sq M.predicted", "mL/min", 30, 100),
            new Measure("751-8", "Neutrophils [#/volume] in Blood by Automated count", "10*3/uL", 2, 9),
            new Measure("29463-7", "Body weight", "kg", 60, 95),
            new Measure(
                    "2532-0", "Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma", "U/L", 120, 400));

    static final Problem NEPHRECTOMY = new Problem("0TT00ZZ", "175905003", "Total nephrectomy");

    static final List<Problem> OTHER_PROCEDURES = List.of(
            new Problem("0DJD8ZZ", "73761001", "Colonoscopy"),
            new Problem("4A02X4Z", "29303009", "Electrocardiographic procedure"),
            new Problem("BW24ZZZ", "77477000", "Computed tomography"));

    private Rows() {}

    private static Drug daily(String rxnorm, String name) {
        return new Drug(rxnorm, name, "Take as directed");
    }

    /** A diagnosis or a procedure by its two codes. */
    record Problem(String icd, String snomed, String display) {}

    /** A drug and how it is taken. */
    record Drug(String rxnorm, String name, String directions) {}

    /** A measurement, with the range that its values are taken from. */
    record Measure(String loinc, String display, String unit, int low, int high) {}
}
