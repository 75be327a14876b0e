package io.nextline.fhir.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Enrolment;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trial as R4 {@code ResearchStudy}, and its source as {@code DocumentReference}. What R4 has no element for (follow-up, shares
 * of the patients enrolled, derived figures) stands in notes, in words.
 */
final class R4StudyMapper {
    private final Metadata metadata;
    private final StudyWords words;

    R4StudyMapper(Metadata metadata) {
        this.metadata = metadata;
        this.words = new StudyWords(metadata.codes());
    }

    FhirObject study(Trial trial, List<FhirObject> syntheses) {
        TrialNames names = new TrialNames(trial);
        FhirObject study = metadata.resource("ResearchStudy", names.study())
                .with("meta", metadata.layer(trial.layer()))
                .add("extension", EvidenceExtension.AS_OF.of(trial.statusAsOf()))
                .add("extension", EvidenceExtension.DATA_CUTOFF.of(trial.dataCutoff()))
                .with("identifier", StudyWords.identifiers(trial))
                .with("title", trial.title())
                .with("status", status(trial.status()))
                .with("phase", words.phase(trial.phase()))
                .with("category", words.design(trial))
                .add("category", words.state(trial.status()))
                .with("condition", words.conditions(trial))
                .with("keyword", keywords(trial))
                .with("relatedArtifact", related(trial, syntheses))
                .with("description", trial.population())
                .add("enrollment", Datatypes.reference("Group", names.population()))
                .with("note", notes(trial));
        enrolment(study, trial.enrolment());
        trial.arms().forEach(arm -> study.add("arm", arm(arm)));
        trial.results().stream()
                .filter(result -> result.role() == Result.Role.PRIMARY)
                .forEach(result -> study.add("objective", primary(result)));
        return study;
    }

    /**
     * R4 must be given one of its states. Those taken claim no more than the source does: results are reported of patients
     * already enrolled, and of a state that is not known only that a study was approved. The category says it in our own code.
     */
    private static String status(Trial.Status status) {
        return switch (status) {
            case ONGOING, RECRUITING -> "active";
            case REPORTED, CLOSED -> "closed-to-accrual";
            case UNKNOWN, CITED -> "approved";
        };
    }

    private static List<FhirObject> keywords(Trial trial) {
        return Stream.concat(Stream.of(trial.shortName()), trial.aliases().stream())
                .map(Datatypes::text)
                .toList();
    }

    private static List<FhirObject> related(Trial trial, List<FhirObject> syntheses) {
        Citation citation = trial.citation();
        List<FhirObject> related = new ArrayList<>();
        related.add(new FhirObject()
                .with("type", "citation")
                .with("display", citation.document())
                .with("citation", citation.journal())
                .with("url", url(citation)));
        if (trial.updates() != null) {
            related.add(artifact("predecessor", "ResearchStudy", FhirId.of(trial.updates()))
                    .with("display", trial.updates()));
        }
        for (FhirObject each : syntheses) {
            String type = each.tree().path("resourceType").asText();
            related.add(artifact("composed-of", type, each.tree().path("id").asText()));
        }
        return related;
    }

    private static FhirObject artifact(String kind, String type, String id) {
        return new FhirObject().with("type", kind).with("resource", Urls.canonical(type, id));
    }

    private static @Nullable String url(Citation citation) {
        if (citation.doi() != null) {
            return Urls.DOI + "/" + citation.doi();
        }
        return citation.pmid() == null ? null : Urls.PUBMED + "/" + citation.pmid();
    }

    private List<FhirObject> notes(Trial trial) {
        List<FhirObject> notes = new ArrayList<>(words.notes(trial));
        trial.followUp().forEach(each -> notes.add(words.note("follow-up", "Follow-up: " + each.text())));
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null) {
            enrolment
                    .characteristics()
                    .forEach(each ->
                            notes.add(words.note("enrolled", "Enrolled, " + each.label() + ": " + each.text())));
        }
        trial.derived().forEach(each -> notes.add(words.note("derived", each.label() + ": " + each.text())));
        R4SynthesisMapper.unsaid(trial).forEach(each -> notes.add(words.note("disputed", each)));
        return notes;
    }

    private static void enrolment(FhirObject study, @Nullable Enrolment enrolment) {
        if (enrolment != null) {
            study.add("extension", EvidenceExtension.SCREENED.of(enrolment.screened()))
                    .add("extension", EvidenceExtension.SITES.of(enrolment.sites()))
                    .add("extension", EvidenceExtension.COUNTRIES.of(enrolment.countries()));
        }
    }

    private FhirObject arm(Arm arm) {
        return new FhirObject()
                .with("name", arm.label())
                .with("type", words.role(arm))
                .with("description", arm.doseText());
    }

    private static FhirObject primary(Result result) {
        String types = Urls.TERMINOLOGY + "research-study-objective-type";
        return new FhirObject()
                .with("name", result.label())
                .with("type", Datatypes.concept(types, "primary", "Primary"));
    }

    /** Returns where the figures are written. */
    static FhirObject source(Metadata metadata, Trial trial) {
        Citation citation = trial.citation();
        TrialNames names = new TrialNames(trial);
        String places = Stream.concat(
                        Stream.of(citation.locator()),
                        citation.sources().stream().map(source -> source.document() + ": " + source.locator()))
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + "; " + other)
                .orElse(null);
        FhirObject attachment = new FhirObject()
                .with("url", url(citation))
                .with("title", citation.journal() == null ? citation.document() : citation.journal());
        return metadata.resource("DocumentReference", names.study())
                .with("meta", metadata.layer(trial.layer()))
                .add("identifier", names.part("citation"))
                .add("identifier", Datatypes.identifier(Urls.PUBMED, citation.pmid()))
                .add("identifier", Datatypes.identifier(Urls.PUBMED_CENTRAL, citation.pmcid()))
                .add("identifier", Datatypes.identifier(Urls.DOI, citation.doi()))
                .with("status", "current")
                .with("description", places)
                .add("content", new FhirObject().with("attachment", attachment));
    }
}
