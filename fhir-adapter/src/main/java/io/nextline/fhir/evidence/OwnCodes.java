package io.nextline.fhir.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The codes of this project that an export uses, noted while it is made so that their code systems can be written with it. Not
 * thread-safe.
 */
final class OwnCodes {
    private final Map<OwnSystem, Map<String, String>> used = new TreeMap<>();

    /** Returns the coding and notes its code. */
    FhirObject coding(OwnSystem system, String code, String display) {
        used.computeIfAbsent(system, any -> new TreeMap<>()).putIfAbsent(code, display);
        return Datatypes.coding(system.url(), code, display);
    }

    /** Returns the concept of one code. */
    FhirObject concept(OwnSystem system, String code, String display) {
        return new FhirObject().add("coding", coding(system, code, display)).with("text", display);
    }

    /** Returns the systems of the codes noted so far, in the order of their names. */
    List<FhirObject> codeSystems(Metadata metadata) {
        return used.entrySet().stream()
                .map(entry -> codeSystem(metadata, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static FhirObject codeSystem(Metadata metadata, OwnSystem system, Map<String, String> codes) {
        FhirObject resource = metadata.definition("CodeSystem", system.id(), system.title())
                .with("status", "active")
                .with("experimental", false)
                .with("description", system.description())
                .with("caseSensitive", true)
                // Codes that no trial or statement uses today are not listed.
                .with("content", "fragment");
        codes.forEach((code, display) ->
                resource.add("concept", new FhirObject().with("code", code).with("display", display)));
        return resource;
    }
}
