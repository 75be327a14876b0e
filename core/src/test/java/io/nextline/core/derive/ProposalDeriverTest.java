package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.Proposal;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.Resource;
import io.nextline.core.vocabulary.Drug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafted orders: which drug or procedure, whether selected, and whether under a study protocol (rulings 9.3 and 9.14). */
@Tag("HZ-24")
final class ProposalDeriverTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();

    private static Resource order(String fields) {
        return GateRecord.resource(
                Resource.class,
                "{'resourceType':'MedicationRequest','status':'draft','intent':'order'," + fields + "}");
    }

    private static Resource drug(String id, String name, String... more) {
        return order("'id':'" + id + "','medicationCodeableConcept':{'text':'" + name + "'}"
                + (more.length == 0 ? "" : "," + more[0]));
    }

    private static Resource procedure(String fields) {
        return GateRecord.resource(
                Resource.class,
                "{'resourceType':'ServiceRequest','id':'s','status':'draft','intent':'order',"
                        + "'code':{'text':'metastasectomy'}" + fields + "}");
    }

    private static Proposal derive(@Nullable Set<String> selections, List<Resource> inRecord, Resource... drafts) {
        RecordBuilder record = new RecordBuilder();
        inRecord.forEach(record::add);
        Chart chart =
                ChartReader.read(record.build("p1"), BASE.vocabulary(), BASE.profile(), LocalDate.of(2026, 11, 21));
        DraftOrders orders = new DraftOrders(List.of(drafts), selections);
        return new ProposalDeriver(chart, List.of(), orders, new ArrayList<>()).derive(orders, List.of());
    }

    private static Proposal derive(Resource... drafts) {
        return derive(null, List.of(), drafts);
    }

    @Test
    void aDraftNamesItsDrugAndIsSelectedUnlessOthersAre() {
        DraftOrder order = derive(drug("d1", "axitinib")).drafts().get(0);
        assertThat(order.reference()).isEqualTo("MedicationRequest/d1");
        assertThat(order.drugs()).extracting(Drug::name).containsExactly("axitinib");
        assertThat(order.selected()).isTrue();
        assertThat(order.procedure()).isNull();
        assertThat(order.research()).isFalse();
        Proposal one =
                derive(Set.of("MedicationRequest/d2"), List.of(), drug("d1", "axitinib"), drug("d2", "everolimus"));
        assertThat(one.selectedDrugs()).extracting(Drug::name).containsExactly("everolimus");
        assertThat(one.drafts()).extracting(DraftOrder::selected).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "cancelled", "revoked", "stopped", "completed", "ended"})
    @Tag("HZ-04")
    void anOrderThatWasTakenBackOrIsOverProposesNothing(String status) {
        Resource order = GateRecord.resource(
                Resource.class,
                "{'resourceType':'MedicationRequest','id':'d','status':'" + status
                        + "','intent':'order','medicationCodeableConcept':{'text':'atezolizumab'}}");
        Resource procedure = GateRecord.resource(
                Resource.class,
                "{'resourceType':'ServiceRequest','id':'s','status':'" + status
                        + "','intent':'order','code':{'text':'metastasectomy'}}");
        Resource plan = regimen("CarePlan", status);
        assertThat(derive(order, procedure, plan).drafts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Discontinue atezolizumab",
                "STOP atezolizumab 1200 mg IV",
                "d/c atezolizumab",
                "D/C: atezolizumab",
                "Hold atezolizumab",
                "atezolizumab - on hold",
                "Atezolizumab absetzen",
                "Arrêter atézolizumab",
                "Suspender atezolizumab",
                "Stop atezolizumab; start cabozantinib"
            })
    void anOrderToStopADrugProposesNone(String wording) {
        assertThat(derive(drug("d", wording)).selectedDrugs()).isEmpty();
        Resource coded = order("'id':'d','medicationCodeableConcept':{'text':'" + wording
                + "','coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'1792776'}]}");
        assertThat(derive(coded).selectedDrugs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atezolizumab 1200 mg; hold for grade 3 toxicity",
                "atezolizumab until progression, then stop and restage",
                "Stopover atezolizumab",
                "atezolizumab"
            })
    void anOrderThatSaysWhenToStopProposesItsDrug(String wording) {
        assertThat(derive(drug("d", wording)).selectedDrugs())
                .extracting(Drug::name)
                .containsExactly("atezolizumab");
    }

    /** A suspension is a form of a drug before it is anything else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Everolimus 2 MG Tablet for Oral Suspension",
                "everolimus 2 mg compresse per sospensione",
                "everolimus 2 mg comprimidos para suspensión"
            })
    void aPharmaceuticalFormIsNoWordOfStopping(String wording) {
        assertThat(derive(drug("d", wording)).selectedDrugs())
                .extracting(Drug::name)
                .containsExactly("everolimus");
    }

    /** What is being given is said by the record alone: a draft to stop a drug has not stopped it. */
    @Test
    void aDrugThatADraftStopsIsStillBeingGiven() {
        Drug atezolizumab =
                BASE.vocabulary().recogniser().recognise("atezolizumab").drugs().get(0);
        Chart chart = ChartReader.read(
                new RecordBuilder().build("p1"), BASE.vocabulary(), BASE.profile(), LocalDate.of(2026, 11, 21));
        DraftOrders orders = new DraftOrders(List.of(drug("s", "Hold atezolizumab"), drug("c", "cabozantinib")), null);
        List<String> warnings = new ArrayList<>();

        Proposal proposal =
                new ProposalDeriver(chart, List.of(), orders, warnings).derive(orders, List.of(atezolizumab));

        assertThat(proposal.selectedDrugs()).extracting(Drug::name).containsExactly("cabozantinib");
        assertThat(proposal.regimen()).contains(atezolizumab).hasSize(2);
        assertThat(warnings).containsExactly("a drafted order asks to stop or pause a drug; it proposes none");
    }

    private static Resource regimen(String type, String status) {
        return GateRecord.resource(
                Resource.class,
                "{'resourceType':'" + type + "','id':'g','status':'" + status + "','intent':'order','contained':["
                        + "{'resourceType':'Medication','id':'m','code':{'text':'atezolizumab'}},"
                        + "{'resourceType':'MedicationRequest','id':'a','status':'draft','intent':'order',"
                        + "'medicationReference':{'reference':'#m'}},"
                        + "{'resourceType':'MedicationRequest','id':'c','status':'draft','intent':'order',"
                        + "'medicationCodeableConcept':{'text':'cabozantinib'}},"
                        + "{'resourceType':'Practitioner','id':'p'}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestGroup", "CarePlan", "RequestOrchestration"})
    void aDraftedRegimenStandsForTheOrdersItContains(String type) {
        Proposal all = derive(regimen(type, "draft"));
        assertThat(all.selectedDrugs()).extracting(Drug::name).containsExactly("atezolizumab", "cabozantinib");
        Proposal one = derive(Set.of("MedicationRequest/c"), List.of(), regimen(type, "draft"));
        assertThat(one.selectedDrugs()).extracting(Drug::name).containsExactly("cabozantinib");
        assertThat(one.regimen()).hasSize(2);
        Proposal group = derive(Set.of(type + "/g"), List.of(), regimen(type, "draft"));
        assertThat(group.selectedDrugs()).hasSize(2);
    }

    @Test
    void draftsStandInAnOrderOfTheirOwn() {
        List<DraftOrder> one = derive(drug("b", "axitinib"), drug("a", "everolimus"), procedure(""))
                .drafts();
        List<DraftOrder> other = derive(procedure(""), drug("a", "everolimus"), drug("b", "axitinib"))
                .drafts();
        assertThat(one).isEqualTo(other);
        assertThat(one)
                .extracting(DraftOrder::reference)
                .containsExactly("MedicationRequest/a", "MedicationRequest/b", "ServiceRequest/s");
    }

    @Test
    void aDrugMayStandInAMedicationDraftedBesideOrOnRecord() {
        Resource referring = order("'id':'d1','medicationReference':{'reference':'Medication/m1'}");
        Resource medication = GateRecord.resource(
                Resource.class, "{'resourceType':'Medication','id':'m1','code':{'text':'axitinib'}}");
        assertThat(derive(referring, medication).selectedDrugs())
                .extracting(Drug::name)
                .containsExactly("axitinib");
        assertThat(derive(null, List.of(medication), referring).selectedDrugs())
                .extracting(Drug::name)
                .containsExactly("axitinib");
        assertThat(derive(referring).selectedDrugs()).isEmpty();
        Resource another = GateRecord.resource(
                Resource.class, "{'resourceType':'Medication','id':'m2','code':{'text':'everolimus'}}");
        assertThat(derive(referring, another, medication).selectedDrugs())
                .extracting(Drug::name)
                .containsExactly("axitinib");
    }

    @Test
    void anOrderNotToGiveProposesNothing() {
        assertThat(derive(drug("d1", "axitinib", "'doNotPerform':true")).selectedDrugs())
                .isEmpty();
        assertThat(derive(drug("d1", "axitinib", "'doNotPerform':false")).selectedDrugs())
                .hasSize(1);
        assertThat(derive(procedure(",'doNotPerform':true")).drafts()).isEmpty();
        assertThat(derive(procedure(",'doNotPerform':false")).drafts()).hasSize(1);
    }

    @Test
    void anIllegibleOrderProposesNoDrug() {
        DraftOrder order = derive(drug("d1", "something")).drafts().get(0);
        assertThat(order.drugs()).isEmpty();
    }

    @Test
    void aProcedureIsDraftedByItsKind() {
        DraftOrder order = derive(procedure("")).drafts().get(0);
        assertThat(order.procedure()).isEqualTo("metastasectomy");
        assertThat(order.drugs()).isEmpty();
        assertThat(order.selected()).isTrue();
        Resource other = GateRecord.resource(
                Resource.class,
                "{'resourceType':'ServiceRequest','id':'s','status':'draft','intent':'order','code':{'text':'chest film'}}");
        assertThat(derive(other).drafts().get(0).procedure()).isNull();
        Resource empty = GateRecord.resource(
                Resource.class, "{'resourceType':'ServiceRequest','id':'s','status':'draft','intent':'order'}");
        assertThat(derive(empty).drafts().get(0).procedure()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'basedOn':[{'reference':'ResearchStudy/s1'}]",
                "'supportingInformation':[{'reference':'ResearchStudy/s1'}]",
                "'supportingInformation':[{'reference':'https://ehr.example.org/fhir/ResearchStudy/s1'}]",
                "'supportingInformation':[{'type':'ResearchStudy','display':'a study'}]",
                "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy',"
                        + "'valueReference':{'reference':'ResearchStudy/s1'}}]"
            })
    void anOrderOfAStudyProtocolIsTold(String field) {
        assertThat(derive(drug("d1", "axitinib", field)).isResearchProtocol()).isTrue();
        assertThat(derive(Set.of("MedicationRequest/other"), List.of(), drug("d1", "axitinib", field))
                        .isResearchProtocol())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'basedOn':[{'reference':'CarePlan/c1'}]",
                "'supportingInformation':[{'reference':'ResearchSubject/s1'}]",
                "'supportingInformation':[{'type':'Observation','display':'a study'}]",
                "'extension':[{'url':'http://example.org/other','valueReference':{'reference':'ResearchStudy/s1'}}]"
            })
    void whatOnlyLooksLikeAStudyIsNone(String field) {
        assertThat(derive(drug("d1", "axitinib", field)).isResearchProtocol()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'basedOn':[{'reference':'ResearchStudy/s1'}]",
                ",'supportingInfo':[{'reference':'ResearchStudy/s1'}]",
                ",'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy',"
                        + "'valueReference':{'reference':'ResearchStudy/s1'}}]"
            })
    void aProcedureOfAStudyProtocolIsTold(String field) {
        assertThat(derive(procedure(field)).isResearchProtocol()).isTrue();
        assertThat(derive(procedure("")).isResearchProtocol()).isFalse();
    }
}
