package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Finding;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Biomarkers in the forms in which records hold them. What was not tested is never negative. */
@Tag("HZ-18")
final class BiomarkersTest {

    private static final String DAY = "2026-03-02";

    private static String told(FhirPatient patient, String id) {
        Biomarkers biomarkers = Objects.requireNonNull(patient.facts().biomarkers());
        Finding<Biomarkers.Result> result =
                Objects.requireNonNull(biomarkers.find(id)).result();
        return result.fold(
                known -> (known.value().positive() ? "positive" : "negative")
                        + (known.value().detail() == null
                                ? ""
                                : " " + known.value().detail()),
                open -> open.gap().detail());
    }

    private static String variant(String gene, String answer, String further) {
        return "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'" + answer + "'}]},'component':["
                + "{'code':{'coding':[{'system':'http://loinc.org','code':'48018-6'}]},'valueCodeableConcept':" + gene
                + "}"
                + further + "]";
    }

    private static String hgnc(String id) {
        return "{'coding':[{'system':'http://www.genenames.org/geneId','code':'HGNC:" + id + "'}]}";
    }

    @Test
    void nothingInTheRecordLeavesEveryMarkerUnknown() {
        Biomarkers biomarkers =
                Objects.requireNonNull(FhirPatient.withNsclc().facts().biomarkers());
        assertThat(biomarkers.markers())
                .extracting(Biomarkers.Marker::id)
                .containsExactly("egfr", "alk", "ros1", "braf", "kras-g12c", "met", "ret", "ntrk", "her2", "pd-l1");
        assertThat(biomarkers.markers()).allMatch(Biomarkers.Marker::isOpen);
        assertThat(biomarkers.openDrivers()).hasSize(9);
        assertThat(told(FhirPatient.withNsclc(), "egfr")).isEqualTo("EGFR: no result in the record");
    }

    @Test
    void onlyLungCancerHasThem() {
        assertThat(FhirPatient.withRcc()
                        .observation("21665-5", DAY, "'valueString':'detected'")
                        .facts()
                        .biomarkers())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            exon 19 deletion | positive exon 19 deletion
            Detected: EGFR exon 19 deletion | positive exon 19 deletion
            EGFR L858R mutation detected | positive L858R
            DETECTED | positive
            p.Leu858Arg | positive L858R
            not detected | negative
            Not Detected. | negative
            Negative | negative
            wild-type | negative
            No EGFR mutation detected | negative
            nicht nachweisbar | negative
            L858R detected; T790M not detected | positive L858R
            T790M not detected | EGFR: only single alterations were looked for
            Absence de mutation | negative
            Pas de mutation détectée | negative
            No se detecta mutación | negative
            Mutazione assente | negative
            Délétion exon 19 non retrouvée | EGFR: a result is recorded that is no clear answer
            L858R non retrouvée | EGFR: only single alterations were looked for
            No exon 19 deletion | EGFR: only single alterations were looked for
            Tested for exon 19 deletion, L858R: not detected | EGFR: a result is recorded that is no clear answer
            indeterminate | EGFR: a result is recorded that is no clear answer
            not tested | EGFR: a result is recorded that is no clear answer
            quantity not sufficient | EGFR: a result is recorded that is no clear answer
            see report | EGFR: a result is recorded that is no clear answer
            variant of unknown significance detected | EGFR: a result is recorded that is no clear answer""")
    void wordsAreReadWithTheirNegation(String value, String expected) {
        String fields = "'valueString':'" + value + "'";
        assertThat(told(FhirPatient.withNsclc().observation("21665-5", DAY, fields), "egfr"))
                .isEqualTo(expected);
    }

    @Test
    void variantReportNamesItsGeneInAComponent() {
        FhirPatient patient = FhirPatient.withNsclc()
                .observation("69548-6", DAY, variant(hgnc("427"), "LA9634-2", ""))
                .observation("69548-6", DAY, variant("{'coding':[{'display':'ROS1'}]}", "LA9633-4", ""))
                .observation("69548-6", DAY, variant("{'text':'BRAF'}", "LA18198-4", ""));
        assertThat(told(patient, "alk")).isEqualTo("negative");
        assertThat(told(patient, "ros1")).isEqualTo("positive");
        assertThat(told(patient, "braf")).isEqualTo("BRAF: a result is recorded that is no clear answer");
        assertThat(told(patient, "egfr")).isEqualTo("EGFR: no result in the record");
    }

    @Test
    void proteinChangeNamesTheVariant() {
        String change = ",{'code':{'coding':[{'system':'http://loinc.org','code':'48005-3'}]},"
                + "'valueCodeableConcept':{'coding':[{'system':'http://varnomen.hgvs.org','code':'%s'}]}}";
        FhirPatient g12c = FhirPatient.withNsclc()
                .observation("69548-6", DAY, variant(hgnc("6407"), "LA9633-4", String.format(change, "p.Gly12Cys")));
        assertThat(told(g12c, "kras-g12c")).isEqualTo("positive");
        FhirPatient g12d = FhirPatient.withNsclc()
                .observation("69548-6", DAY, variant(hgnc("6407"), "LA9633-4", String.format(change, "p.Gly12Asp")));
        assertThat(told(g12d, "kras-g12c"))
                .isEqualTo("KRAS G12C: an alteration of the gene is recorded, but not whether it is this one");
        FhirPatient none = FhirPatient.withNsclc().observation("69548-6", DAY, variant(hgnc("6407"), "LA9634-2", ""));
        assertThat(told(none, "kras-g12c")).isEqualTo("negative");
        FhirPatient deletion = FhirPatient.withNsclc()
                .observation(
                        "69548-6", DAY, variant(hgnc("3236"), "LA9633-4", String.format(change, "p.Glu746_Ala750del")));
        assertThat(told(deletion, "egfr")).isEqualTo("positive exon 19 deletion");
    }

    @Test
    void germlineResultIsNotTheTumours() {
        String germline = ",{'code':{'coding':[{'system':'http://loinc.org','code':'48002-0'}]},"
                + "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA6683-2'}]}}";
        FhirPatient patient =
                FhirPatient.withNsclc().observation("69548-6", DAY, variant(hgnc("3236"), "LA9634-2", germline));
        assertThat(told(patient, "egfr")).isEqualTo("EGFR: only a result of the germ line is recorded");
    }

    @Test
    void oneOfThreeGenesWithoutAlterationIsNotAllOfThem() {
        FhirPatient one = FhirPatient.withNsclc().observation("69548-6", DAY, variant(hgnc("8031"), "LA9634-2", ""));
        assertThat(told(one, "ntrk")).isEqualTo("NTRK: only some of its genes were looked at");
        FhirPatient all = one.observation("69548-6", DAY, variant(hgnc("8032"), "LA9634-2", ""))
                .observation("69548-6", DAY, variant(hgnc("8033"), "LA9634-2", ""));
        assertThat(told(all, "ntrk")).isEqualTo("negative");
    }

    @Test
    void alterationOnceFoundStaysAndCodesThatContradictWordsDecideNothing() {
        FhirPatient both = FhirPatient.withNsclc()
                .observation("21665-5", "2024-01-01", "'valueString':'exon 19 deletion'")
                .observation("21665-5", "2026-01-01", "'valueString':'not detected'");
        assertThat(told(both, "egfr")).isEqualTo("positive exon 19 deletion");
        String torn =
                "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9634-2'}],'text':'detected'}";
        assertThat(told(FhirPatient.withNsclc().observation("78205-2", DAY, torn), "alk"))
                .isEqualTo("ALK: a result is recorded that is no clear answer");
    }

    @ParameterizedTest
    @CsvSource({
        "POS,positive",
        "DET,positive",
        "NEG,negative",
        "ND,negative",
        "IND,ALK: a result is recorded that is no clear answer"
    })
    void interpretationAnswersWhereNoValueDoes(String code, String expected) {
        String fields = "'interpretation':[{'coding':[{'system':"
                + "'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'" + code + "'}]}]";
        assertThat(told(FhirPatient.withNsclc().observation("78205-2", DAY, fields), "alk"))
                .isEqualTo(expected);
    }

    @Test
    void panelOfComponentsAndLocalNamesAreRead() {
        String panel =
                "'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'21665-5'}]},'valueString':'L858R'},"
                        + "{'code':{'text':'ALK rearrangement'},'valueBoolean':false},{'code':{'text':'RET fusion'},"
                        + "'valueString':'not detected'}]";
        FhirPatient patient = FhirPatient.withNsclc().observation("81247-9", DAY, panel);
        assertThat(told(patient, "egfr")).isEqualTo("positive L858R");
        assertThat(told(patient, "alk")).isEqualTo("negative");
        assertThat(told(patient, "ret")).isEqualTo("negative");
    }

    @Test
    void diagnosisMayStateTheDriver() {
        FhirPatient patient = FhirPatient.withNsclc().problem("http://snomed.info/sct", "703228009", "");
        assertThat(told(patient, "egfr")).isEqualTo("positive");
    }

    @Test
    void estimatedFiltrationRateIsNoEgfr() {
        String rate = "'status':'final','effectiveDateTime':'2026-11-01','valueQuantity':{'value':62,'unit':'mL/min'},"
                + "'code':{'text':'eGFR'}";
        assertThat(told(FhirPatient.withNsclc().add("Observation", rate), "egfr"))
                .isEqualTo("EGFR: no result in the record");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            83053-9 | 'valueString':'TPS 80%' | positive 80%
            83053-9 | 'valueString':'80 %' | positive 80%
            83053-9 | 'valueString':'PD-L1 TPS 80% (clone 22C3)' | positive 80%
            83053-9 | 'valueString':'80% (before: 60%)' | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            83053-9 | 'valueString':'<1%' | negative <1%
            83053-9 | 'valueString':'0%' | negative 0%
            83053-9 | 'valueString':'1-49%' | positive 1-49%
            83053-9 | 'valueString':'1% - 49%' | positive 1-49%
            83053-9 | 'valueString':'>=50%' | positive >=50%
            83053-9 | 'valueString':'high' | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            83053-9 | 'valueString':'80' | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            83053-9 | 'valueString':'CPS 10%' | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            83053-9 | 'valueString':'between 0-5%' | PD-L1 TPS: the recorded range does not tell whether it is expressed
            83053-9 | 'valueQuantity':{'value':20,'unit':'%','code':'%'} | positive 20%
            83053-9 | 'valueQuantity':{'value':20} | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            83053-9 | 'valueQuantity':{'value':1,'comparator':'<','unit':'%'} | negative <1%
            83053-9 | 'valueQuantity':{'value':120,'unit':'%'} | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            85147-7 | 'valueString':'TPS 60%' | positive 60%
            85147-7 | 'valueString':'60%' | PD-L1 TPS: a result is recorded that is no percentage of tumour cells
            85147-7 | 'valueQuantity':{'value':60,'unit':'%'} | PD-L1 TPS: a result is recorded that is no percentage of tumour cells""")
    void tumourProportionScoreIsAPercentageOfTumourCells(String loinc, String value, String expected) {
        assertThat(told(FhirPatient.withNsclc().observation(loinc, DAY, value), "pd-l1"))
                .isEqualTo(expected);
    }

    @Test
    void newestScoreCountsAndTwoOfOneDayDoNot() {
        FhirPatient patient = FhirPatient.withNsclc()
                .observation("83053-9", "2025-01-01", "'valueString':'80%'")
                .observation("83053-9", "2026-01-01", "'valueString':'5%'");
        assertThat(told(patient, "pd-l1")).isEqualTo("positive 5%");
        assertThat(told(patient.observation("83053-9", "2026-01-01", "'valueString':'0%'"), "pd-l1"))
                .isEqualTo("PD-L1 TPS: the results of one day differ");
    }
}
