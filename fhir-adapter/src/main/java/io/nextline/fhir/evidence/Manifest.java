package io.nextline.fhir.evidence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The list of everything that was exported, and the Bundle of it. */
final class Manifest {
    static final String ID = "nextline-evidence";
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})\\.(0[1-9]|1[0-2])");

    private Manifest() {}

    /** Returns the library that lists the resources. */
    static FhirResource library(Metadata metadata, List<FhirResource> resources) {
        FhirObject library = metadata.definition("Library", ID, "Nextline evidence base " + metadata.baseVersion())
                .with("status", "active")
                .with("experimental", false)
                .with(
                        "type",
                        Datatypes.concept(Urls.TERMINOLOGY + "library-type", "asset-collection", "Asset Collection"))
                .with("date", date(metadata.baseVersion()))
                .with("description", "Everything that the evidence base of this version holds, as FHIR resources.");
        for (FhirResource each : resources) {
            library.add("relatedArtifact", part(each));
        }
        return new FhirResource(library.tree());
    }

    private static FhirObject part(FhirResource resource) {
        String url = resource.tree().path("url").asText();
        return new FhirObject()
                .with("type", "composed-of")
                .with("display", resource.reference())
                .with("resource", url.isEmpty() ? Urls.canonical(resource.type(), resource.id()) : url);
    }

    /** The version of a base is its month. One that is named otherwise has no date. */
    private static @Nullable String date(String version) {
        Matcher matcher = YEAR_AND_MONTH.matcher(version);
        return matcher.matches() ? matcher.group(1) + "-" + matcher.group(2) : null;
    }

    /** Returns a transaction: each resource is put under its own id, so that loading it again changes nothing. */
    static FhirResource bundle(List<FhirResource> resources) {
        FhirObject bundle =
                new FhirObject().with("resourceType", "Bundle").with("id", ID).with("type", "transaction");
        for (FhirResource each : resources) {
            FhirObject request = new FhirObject().with("method", "PUT").with("url", each.reference());
            FhirObject entry = new FhirObject().with("fullUrl", Urls.canonical(each.type(), each.id()));
            entry.tree().set("resource", each.tree());
            bundle.add("entry", entry.with("request", request));
        }
        return new FhirResource(bundle.tree());
    }
}
