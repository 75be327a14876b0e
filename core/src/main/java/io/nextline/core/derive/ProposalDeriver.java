package io.nextline.core.derive;

import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.Proposal;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ServiceRequest;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.DrugRecognition;
import io.nextline.core.vocabulary.MedicationResolver;
import io.nextline.core.vocabulary.ProcedureCode;
import io.nextline.core.vocabulary.ProcedureKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads drafted orders: which anticancer drugs or procedures they name, whether they are selected, and whether they are research. */
final class ProposalDeriver {

    private static final String RESEARCH_EXTENSION = "workflow-researchStudy";

    /** An order that was taken back or is over proposes nothing (hazard HZ-04). */
    private static final Set<String> WITHDRAWN =
            Set.of("entered-in-error", "cancelled", "revoked", "stopped", "completed", "ended");

    private static final Set<ProcedureKind> RESECTIONS =
            EnumSet.of(ProcedureKind.LUNG_RESECTION, ProcedureKind.ADRENALECTOMY);

    private final Vocabulary vocabulary;
    private final List<MetastaticSite> sites;
    private final MedicationResolver medications;
    private final Collection<String> warnings;

    ProposalDeriver(Chart chart, List<MetastaticSite> sites, DraftOrders drafts, Collection<String> warnings) {
        this.vocabulary = chart.vocabulary();
        this.sites = List.copyOf(sites);
        this.warnings = warnings;
        MedicationResolver record = new MedicationIndex(chart.record());
        List<Medication> drafted = medicationsOf(drafts.resources());
        this.medications = reference -> {
            for (Medication medication : drafted) {
                if (reference.reference() != null && medication.header().isMeantBy(reference.reference())) {
                    return medication;
                }
            }
            return record.resolve(reference);
        };
    }

    private static List<Medication> medicationsOf(List<Resource> resources) {
        List<Medication> found = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource instanceof Medication medication) {
                found.add(medication);
            }
        }
        return found;
    }

    Proposal derive(DraftOrders drafts, List<Drug> activeDrugs) {
        List<DraftOrder> orders = new ArrayList<>();
        for (Resource resource : drafts.resources()) {
            boolean selected = drafts.isSelected(resource.header());
            if (resource instanceof Plan plan && !isWithdrawn(plan.status())) {
                plan(plan, drafts, orders);
            } else {
                order(resource, selected, List.of(), orders);
            }
        }
        orders.sort(Comparator.comparing(DraftOrder::reference).thenComparing(DraftOrder::toString));
        return new Proposal(orders, activeDrugs);
    }

    /** A drafted regimen stands for the orders that it contains; selecting it, or one of them, selects them or that one. */
    private void plan(Plan plan, DraftOrders drafts, List<DraftOrder> orders) {
        boolean selected = drafts.isSelected(plan.header());
        List<Medication> beside = medicationsOf(plan.contained());
        for (Resource contained : plan.contained()) {
            order(contained, selected || drafts.isSelected(contained.header()), beside, orders);
        }
    }

    private void order(Resource resource, boolean selected, List<Medication> beside, List<DraftOrder> orders) {
        if (resource instanceof MedicationUse use && !isWithdrawn(use.status())) {
            orders.add(medication(use, content(use.content(), beside), selected));
        } else if (resource instanceof ServiceRequest request
                && !isWithdrawn(request.status())
                && !Boolean.TRUE.equals(request.doNotPerform())) {
            orders.add(procedure(request, selected));
        }
    }

    /** What is contained contains nothing itself: its Medications stand beside it. */
    private static MedicationContent content(MedicationContent of, List<Medication> beside) {
        if (beside.isEmpty()) {
            return of;
        }
        List<Medication> contained = new ArrayList<>(of.contained());
        contained.addAll(beside);
        return new MedicationContent(of.concept(), of.reference(), contained, of.dosageText(), of.route());
    }

    private static boolean isWithdrawn(@Nullable String status) {
        return status != null && WITHDRAWN.contains(status);
    }

    private DraftOrder medication(MedicationUse use, MedicationContent content, boolean selected) {
        DrugRecognition recognition = vocabulary.recogniser().recognise(content, use.reasonCode(), medications);
        boolean stops = recognition.isRecognised() && vocabulary.recogniser().asksToStop(content);
        if (stops) {
            warnings.add("a drafted order asks to stop or pause a drug; it proposes none");
        }
        boolean refused =
                stops || (use instanceof MedicationRequest request && Boolean.TRUE.equals(request.doNotPerform()));
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
                procedure == null ? null : kind(procedure).id(),
                selected,
                research);
    }

    /** Code systems seldom name a metastasectomy: it is coded as the resection of an organ, and the record says what lies there. */
    private ProcedureKind kind(ProcedureCode procedure) {
        boolean atMetastasis = sites.stream().anyMatch(known -> known.site().equals(procedure.site()));
        return atMetastasis && RESECTIONS.contains(procedure.kind()) ? ProcedureKind.METASTASECTOMY : procedure.kind();
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
