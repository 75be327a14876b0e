package io.nextline.fhir.evidence;

import java.util.Arrays;
import java.util.List;

/** The definitions of the extensions that the evidence base is written with. */
final class ExtensionDefinitions {
    private final Metadata metadata;

    ExtensionDefinitions(Metadata metadata) {
        this.metadata = metadata;
    }

    List<FhirObject> definitions() {
        return Arrays.stream(EvidenceExtension.values()).map(this::definition).toList();
    }

    private FhirObject definition(EvidenceExtension extension) {
        // As FHIRPath, not as "element": for that HL7's validator would fetch other versions of FHIR from the network.
        List<FhirObject> contexts = extension.contexts(metadata.fhir()).stream()
                .map(path -> new FhirObject().with("type", "fhirpath").with("expression", path))
                .toList();
        return metadata.definition("StructureDefinition", extension.id(), extension.id())
                .with("name", name(extension))
                .with("status", "active")
                .with("description", extension.description())
                .with("fhirVersion", metadata.fhir().number())
                .with("kind", "complex-type")
                .with("abstract", false)
                .with("context", contexts)
                .with("type", "Extension")
                .with("baseDefinition", Urls.HL7 + "StructureDefinition/Extension")
                .with("derivation", "constraint")
                .with("differential", new FhirObject().with("element", elements(extension)));
    }

    private static List<FhirObject> elements(EvidenceExtension extension) {
        FhirObject type = new FhirObject().with("code", extension.type());
        return List.of(
                element("Extension").with("short", extension.description()).with("definition", extension.description()),
                element("Extension.extension").with("max", "0"),
                element("Extension.url").with("fixedUri", extension.url()),
                element("Extension.value[x]").with("min", 1).add("type", type));
    }

    private static FhirObject element(String path) {
        return new FhirObject().with("id", path).with("path", path);
    }

    private static String name(EvidenceExtension extension) {
        StringBuilder name = new StringBuilder();
        for (String word : extension.id().split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
