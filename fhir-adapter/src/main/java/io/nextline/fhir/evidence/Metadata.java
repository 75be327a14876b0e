package io.nextline.fhir.evidence;

import io.nextline.core.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * What every resource of an export begins with.
 *
 * @param baseVersion the version of the evidence base; each resource's version
 * @param fhir the version of FHIR to write
 * @param codes notes the codes used
 */
record Metadata(String baseVersion, FhirVersion fhir, OwnCodes codes) {

    boolean r4() {
        return fhir == FhirVersion.R4;
    }

    /** Returns a resource that knows no url of its own. */
    FhirObject resource(String type, String id) {
        return new FhirObject().with("resourceType", type).with("id", id);
    }

    /** Returns a resource with url, version, title and publisher. */
    FhirObject definition(String type, String id, String title) {
        return resource(type, id)
                .with("url", Urls.canonical(type, id))
                .with("version", baseVersion)
                .with("title", title)
                .with("publisher", Urls.PUBLISHER);
    }

    /** Returns the tag that names the layer and, by its version, the evidence base. */
    FhirObject layer(Trial.Layer layer) {
        return layer(
                layer.id(), layer == Trial.Layer.SEED ? "source documents" : "later publication, with its own source");
    }

    FhirObject layer(String code, String display) {
        FhirObject tag = codes.coding(OwnSystem.EVIDENCE_LAYER, code, display).with("version", baseVersion);
        return new FhirObject().add("tag", tag);
    }

    /**
     * Returns the publication status of what stays in the base: {@code retired} says that something replaced it.
     *
     * @param replacedBy what replaced it, or null
     */
    static String status(@Nullable String replacedBy) {
        return replacedBy == null ? "active" : "retired";
    }
}
