package io.nextline.core.derive;

import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.Proposal;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ServiceRequest;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.DrugRecognition;
import io.nextline.core.vocabulary.MedicationResolver;
import io.nextline.core.vocabulary.ProcedureCode;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Reads drafted orders: which anticancer drugs or procedures they name, whether they are selected, and whether they are research. */
final class ProposalDeriver {

    private static final String RESEARCH_EXTENSION = "workflow-researchStudy";

    private final Vocabulary vocabulary;
    private final MedicationResolver medications;
    private final Collection<String> warnings;

    ProposalDeriver(Chart chart, DraftOrders drafts, Collection<String> warnings) {
        this.vocabulary = chart.vocabulary();
        this.warnings = warnings;
        MedicationResolver record = new MedicationIndex(chart.record());
        List<Medication> drafted = new ArrayList<>();
        for (Resource resource : drafts.resources()) {
            if (resource instanceof Medication medication) {
                drafted.add(medication);
            }
        }
        this.medications = reference -> {
            for (Medication medication : drafted) {
                if (reference.reference() != null && medication.header().isMeantBy(reference.reference())) {
                    return medication;
                }
            }
            return record.resolve(reference);
        };
    }

    Proposal derive(DraftOrders drafts, List<Drug> activeDrugs) {
        List<DraftOrder> orders = new ArrayList<>();
        for (Resource resource : drafts.resources()) {
            boolean selected = drafts.isSelected(resource.header());
            if (resource instanceof MedicationUse use) {
                orders.add(medication(use, selected));
            } else if (resource instanceof ServiceRequest request && !Boolean.TRUE.equals(request.doNotPerform())) {
                orders.add(procedure(request, selected));
            }
        }
        orders.sort(Comparator.comparing(DraftOrder::reference).thenComparing(DraftOrder::toString));
        return new Proposal(orders, activeDrugs);
    }

    private DraftOrder medication(MedicationUse use, boolean selected) {
        DrugRecognition recognition = vocabulary.recogniser().recognise(use.content(), use.reasonCode(), medications);
        boolean refused = use instanceof MedicationRequest request && Boolean.TRUE.equals(request.doNotPerform());
        if (recognition.codeTextConflict()) {
            warnings.add("conflict: code and text of a drafted order name different drugs; it is not used");
        }
        boolean clear = recognition.isRecognised() && !recognition.codeTextConflict();
        List<Drug> drugs = refused || !clear ? List.of() : recognition.drugs();
        return new DraftOrder(use.header().reference(), drugs, null, selected, isResearch(use));
    }

    private DraftOrder procedure(ServiceRequest request, boolean selected) {
        CodeableConcept code = request.code();
        ProcedureCode procedure = code == null ? null : vocabulary.procedures().classify(code, request.bodySite());
        boolean research = isStudy(request.basedOn())
                || isStudy(request.supportingInfo())
                || bearsResearchExtension(request.extension());
        return new DraftOrder(
                request.header().reference(),
                List.of(),
                procedure == null ? null : procedure.kind().id(),
                selected,
                research);
    }

    private static boolean isResearch(MedicationUse use) {
        boolean refers = use instanceof MedicationRequest request
                && (isStudy(request.basedOn()) || isStudy(request.supportingInformation()));
        return refers || bearsResearchExtension(use.extension());
    }

    private static boolean bearsResearchExtension(List<Extension> extensions) {
        return extensions.stream().anyMatch(extension -> extension.url().endsWith(RESEARCH_EXTENSION));
    }

    private static boolean isStudy(List<Reference> references) {
        return references.stream().anyMatch(ProposalDeriver::isStudy);
    }

    private static boolean isStudy(Reference reference) {
        String literal = reference.typeAndId();
        return "ResearchStudy".equals(reference.type()) || (literal != null && literal.startsWith("ResearchStudy/"));
    }
}
