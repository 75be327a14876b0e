package io.nextline.fhir.evidence;

import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a trial's figures are written, as R5 {@code Citation}. */
final class CitationMapper {
    private final Metadata metadata;

    CitationMapper(Metadata metadata) {
        this.metadata = metadata;
    }

    FhirObject citation(Trial trial) {
        Citation citation = trial.citation();
        TrialNames names = new TrialNames(trial);
        FhirObject resource = metadata.definition("Citation", names.study(), "Source of " + trial.shortName())
                .with("meta", metadata.layer(trial.layer()))
                .add("identifier", names.part("citation"))
                .with("status", "active")
                .with("date", trial.published())
                .add("summary", new FhirObject().with("text", citation.journal()))
                .add("relatedArtifact", place(citation.document(), citation.locator()));
        citation.sources()
                .forEach(source -> resource.add("relatedArtifact", place(source.document(), source.locator())));
        return resource.with("citedArtifact", new FhirObject().with("identifier", identifiers(citation)));
    }

    private static FhirObject place(String document, @Nullable String locator) {
        return new FhirObject()
                .with("type", "derived-from")
                .with("label", locator)
                .with("display", document);
    }

    static List<FhirObject> identifiers(Citation citation) {
        return List.of(
                Datatypes.identifier(Urls.PUBMED, citation.pmid()),
                Datatypes.identifier(Urls.PUBMED_CENTRAL, citation.pmcid()),
                Datatypes.identifier(Urls.DOI, citation.doi()));
    }
}
