package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short ways to write concepts in tests. */
final class Concepts {

    static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("snomed", "http://snomed.info/sct"),
            Map.entry("loinc", "http://loinc.org"),
            Map.entry("rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm"),
            Map.entry("icd-10-cm", "http://hl7.org/fhir/sid/icd-10-cm"),
            Map.entry("icd-10", "http://hl7.org/fhir/sid/icd-10"),
            Map.entry("icd-10-gm", "http://fhir.de/CodeSystem/bfarm/icd-10-gm"),
            Map.entry("atc", "http://www.whocc.no/atc"),
            Map.entry("ncit", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"),
            Map.entry("icd-o-3", "http://terminology.hl7.org/CodeSystem/icd-o-3"),
            Map.entry("cpt", "http://www.ama-assn.org/go/cpt"),
            Map.entry("icd-10-pcs", "http://www.cms.gov/Medicare/Coding/ICD10"),
            Map.entry("hcpcs", "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"),
            Map.entry("icd-9-cm", "http://hl7.org/fhir/sid/icd-9-cm"),
            Map.entry(
                    "obds-course",
                    "https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-verlauf-gesamtbeurteilung"),
            Map.entry(
                    "obds-end",
                    "https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-therapie-ende-grund"),
            Map.entry(
                    "obds-intent",
                    "https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-intention"),
            Map.entry("ndc", "http://hl7.org/fhir/sid/ndc"),
            Map.entry("ajcc", "http://cancerstaging.org"),
            Map.entry("local", "urn:oid:1.2.3.4"));

    private Concepts() {}

    static Coding coding(String system, String code, @Nullable String display) {
        return new Coding(SYSTEMS.getOrDefault(system, system), code, display);
    }

    static CodeableConcept code(String system, String code) {
        return new CodeableConcept(List.of(coding(system, code, null)), null);
    }

    static CodeableConcept coded(String system, String code, String text) {
        return new CodeableConcept(List.of(coding(system, code, null)), text);
    }

    static CodeableConcept codes(Coding... codings) {
        return new CodeableConcept(List.of(codings), null);
    }

    static CodeableConcept text(String text) {
        return new CodeableConcept(List.of(), text);
    }

    static MedicationContent content(CodeableConcept concept) {
        return new MedicationContent(concept, null, List.of(), List.of(), List.of());
    }

    static MedicationContent referring(@Nullable String reference, @Nullable String display, Medication... contained) {
        return new MedicationContent(
                null, new Reference(reference, null, display), List.of(contained), List.of(), List.of());
    }

    static Medication medication(String id, @Nullable CodeableConcept code, Medication.Ingredient... ingredients) {
        return new Medication(new ResourceHeader("Medication", id, null, null), code, List.of(ingredients));
    }

    static Medication.Ingredient ingredient(CodeableConcept concept) {
        return new Medication.Ingredient(concept, null);
    }

    static Medication.Ingredient ingredientReference(String reference, @Nullable String display) {
        return new Medication.Ingredient(null, new Reference(reference, null, display));
    }
}
