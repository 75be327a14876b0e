package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A FHIR resource as a JSON tree.
 *
 * @param tree the resource; has a {@code resourceType} and an {@code id}
 */
public record FhirResource(ObjectNode tree) {

    /** Refuses what is no resource. */
    public FhirResource {
        if (tree.path("resourceType").asText().isEmpty()
                || tree.path("id").asText().isEmpty()) {
            throw new IllegalArgumentException("a resource needs resourceType and id");
        }
    }

    /** Returns for example {@code Evidence}. */
    public String type() {
        return tree.path("resourceType").asText();
    }

    /** Returns the id, legal as a file's name too. */
    public String id() {
        return tree.path("id").asText();
    }

    /** Returns for example {@code Evidence/contact-03-pfs}. */
    public String reference() {
        return type() + "/" + id();
    }

    /** Returns for example {@code Evidence-contact-03-pfs.json}. */
    public String fileName() {
        return type() + "-" + id() + ".json";
    }

    /** Returns the resource as indented JSON, UTF-8. Same resource, same bytes. */
    public byte[] bytes() {
        return FhirJson.bytes(tree);
    }
}
