package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an R5 {@code ResearchStudy}, and what it names, back into a trial file. */
final class StudyReader {
    private static final String STATES = Urls.HL7 + "research-study-status";
    private static final List<String> ASPECTS =
            List.of("allocation", "ratio", "masking", "centres", "control", "method", "blocks", "strategy");

    private final FhirPool pool;
    private final String reference;
    private final FhirNode study;
    private final FhirNode population;
    private final FigureReader figures;

    StudyReader(FhirPool pool, String reference, FhirNode study) {
        this.pool = pool;
        this.reference = reference;
        this.study = study;
        this.population = resolve(study.at("recruitment").at("eligibility"));
        this.figures = new FigureReader(pool, reference, study);
    }

    private FhirNode resolve(FhirNode named) {
        return pool.resolve(reference, named);
    }

    /** Returns the trial file. */
    ObjectNode trial() {
        TrialFields trial = new TrialFields();
        identity(trial);
        about(trial);
        trial.object("enrolment", enrolment())
                .objects("followUp", figures.followUp())
                .with("dataCutoff", study.extension(EvidenceExtension.DATA_CUTOFF))
                .with(
                        "estimatedCompletion",
                        state("completed", false).at("period").text("start"));
        trial.with("strata", aspects("stratum").toList())
                .objects("arms", study.each("comparisonGroup").map(this::arm).toList())
                .objects("results", figures.results())
                .objects("harms", figures.harms())
                .with("conclusion", notes("conclusion").stream().findFirst().orElse(null))
                .with("notes", notes("reading"))
                .objects("derived", figures.derived());
        return trial.object("citation", citation()).tree();
    }

    private void identity(TrialFields trial) {
        trial.with("id", study.identifier(Urls.TRIAL))
                .with("shortName", label("short-title"))
                .with("title", study.text("title"))
                .list(
                        "aliases",
                        FhirNode.texts(
                                study.each("label")
                                        .filter(label ->
                                                "alias".equals(label.at("type").text("text"))),
                                "value"))
                .with("nct", study.identifier(Urls.REGISTRY))
                .with("phase", study.at("phase").text("text"));
        Optional<FhirNode> now = study.each("progressStatus")
                .filter(each -> each.at("state").code(OwnSystem.STUDY_STATUS) != null)
                .findFirst();
        now.ifPresent(state -> trial.with("status", state.at("state").code(OwnSystem.STUDY_STATUS))
                .with("statusAsOf", state.extension(EvidenceExtension.AS_OF)));
        study.at("meta")
                .each("tag")
                .filter(tag -> OwnSystem.EVIDENCE_LAYER.url().equals(tag.text("system")))
                .findFirst()
                .ifPresent(tag -> trial.with("layer", tag.text("code")));
        trial.with("published", study.text("date")).with("updates", updates());
    }

    private @Nullable String label(String code) {
        return study.each("label")
                .filter(label -> code.equals(label.at("type").code(Urls.HL7 + "title-type")))
                .findFirst()
                .map(label -> label.text("value"))
                .orElse(null);
    }

    private @Nullable String updates() {
        return study.each("relatedArtifact")
                .filter(each -> "amends".equals(each.text("type")))
                .findFirst()
                .map(each -> each.text("display"))
                .orElse(null);
    }

    private void about(TrialFields trial) {
        trial.list(
                "diseases",
                study.each("condition")
                        .map(each -> Optional.ofNullable(each.code(OwnSystem.DISEASE)))
                        .flatMap(Optional::stream)
                        .toList());
        TrialFields design = new TrialFields();
        ASPECTS.forEach(aspect -> aspects(aspect).findFirst().ifPresent(said -> design.with(aspect, said)));
        trial.object("design", design)
                .with("population", population.text("description"))
                .with("notTested", notes("not-tested"))
                .with(
                        "excludedBiomarkers",
                        population
                                .coded("characteristic", "code", OwnSystem.POPULATION, "biomarker")
                                .map(each -> Optional.ofNullable(
                                        each.at("valueCodeableConcept").code(OwnSystem.BIOMARKER)))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private Stream<String> aspects(String aspect) {
        return study.each("studyDesign")
                .filter(each -> aspect.equals(each.code(OwnSystem.STUDY_DESIGN)))
                .map(each -> Optional.ofNullable(each.text("text")))
                .flatMap(Optional::stream);
    }

    private List<String> notes(String kind) {
        return FhirNode.texts(
                study.each("note").filter(note -> kind.equals(note.extensionText(EvidenceExtension.NOTE_KIND))),
                "text");
    }

    private FhirNode state(String code, boolean actual) {
        return study.each("progressStatus")
                .filter(each -> code.equals(each.at("state").code(STATES)) && each.isTrue("actual") == actual)
                .findFirst()
                .orElse(FhirNode.NONE);
    }

    private TrialFields enrolment() {
        FhirNode recruitment = study.at("recruitment");
        FhirNode enrolling = state("recruiting", true).at("period");
        FhirNode age = population
                .coded("characteristic", "code", OwnSystem.POPULATION, "age")
                .findFirst()
                .orElse(FhirNode.NONE);
        return new TrialFields()
                .with("screened", recruitment.extension(EvidenceExtension.SCREENED))
                .with("randomised", recruitment.value("actualNumber"))
                .with("estimated", recruitment.value("targetNumber"))
                .with("from", enrolling.text("start"))
                .with("to", enrolling.text("end"))
                .with("sites", recruitment.extension(EvidenceExtension.SITES))
                .with("countries", recruitment.extension(EvidenceExtension.COUNTRIES))
                .with("regions", FhirNode.texts(study.each("region"), "text"))
                .with("minimumAge", age.at("valueRange").at("low").value("value"))
                .objects("characteristics", figures.characteristics());
    }

    private TrialFields arm(FhirNode group) {
        FhirNode variable = resolve(group.first("intendedExposure"));
        FhirNode counted = resolve(group.at("observedGroup"));
        return new TrialFields()
                .with("id", figures.armOf(variable))
                .with("label", group.text("name"))
                .list("drugs", content(variable, "drug"))
                .with("role", group.at("type").code(OwnSystem.ARM_ROLE))
                .with("randomised", counted.value("quantity"))
                .with("treated", counted.extension(EvidenceExtension.TREATED))
                .flag("placebo", !content(variable, "placebo").isEmpty())
                .with("classes", content(variable, "drug-class"))
                .with("other", content(variable, "other-treatment"))
                .objects(
                        "doses", ofKind(variable, "dose").map(StudyReader::dose).toList());
    }

    private static Stream<FhirNode> ofKind(FhirNode arm, String kind) {
        return arm.each("characteristic")
                .filter(each -> kind.equals(
                        each.at("definitionByTypeAndValue").at("type").code(OwnSystem.ARM_CONTENT)));
    }

    private static List<String> content(FhirNode arm, String kind) {
        return FhirNode.texts(
                ofKind(arm, kind)
                        .map(each -> each.at("definitionByTypeAndValue").at("valueCodeableConcept")),
                "text");
    }

    private static TrialFields dose(FhirNode characteristic) {
        return new TrialFields()
                .with(
                        "drug",
                        characteristic
                                .at("definitionByTypeAndValue")
                                .at("valueCodeableConcept")
                                .text("text"))
                .with("amount", characteristic.extension(EvidenceExtension.AMOUNT))
                .with("route", characteristic.extension(EvidenceExtension.ROUTE))
                .with("schedule", characteristic.extension(EvidenceExtension.SCHEDULE))
                .with("printed", characteristic.extension(EvidenceExtension.PRINTED));
    }

    private TrialFields citation() {
        FhirNode citation = study.each("relatedArtifact")
                .filter(each -> "citation".equals(each.text("type")))
                .findFirst()
                .map(each -> resolve(each.at("resourceReference")))
                .orElse(FhirNode.NONE);
        FhirNode cited = citation.at("citedArtifact");
        List<FhirNode> places = citation.each("relatedArtifact").toList();
        FhirNode main = places.isEmpty() ? FhirNode.NONE : places.get(0);
        return new TrialFields()
                .with("document", main.text("display"))
                .with("locator", main.text("label"))
                .with("pmid", cited.identifier(Urls.PUBMED))
                .with("pmcid", cited.identifier(Urls.PUBMED_CENTRAL))
                .with("doi", cited.identifier(Urls.DOI))
                .with("journal", citation.first("summary").text("text"))
                .objects(
                        "sources",
                        places.stream()
                                .skip(1)
                                .map(place -> new TrialFields()
                                        .with("document", place.text("display"))
                                        .with("locator", place.text("label")))
                                .toList());
    }
}
