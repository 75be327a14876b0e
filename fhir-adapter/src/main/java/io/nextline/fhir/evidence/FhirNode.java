package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An element of a resource that is read. What is absent reads as null or as nothing: whether it was needed is decided where the
 * trial is built.
 *
 * @param node the element, or a missing node
 */
record FhirNode(JsonNode node) {

    static final FhirNode NONE = new FhirNode(MissingNode.getInstance());

    FhirNode at(String name) {
        return new FhirNode(node.path(name));
    }

    /** Returns the text of a field, or null. */
    @Nullable String text(String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    /** Returns the number or boolean of a field as it was written, or null. */
    @Nullable JsonNode value(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value : null;
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean(false);
    }

    Stream<FhirNode> each(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false).map(FhirNode::new);
    }

    /** Returns the first element of a list, or none. */
    FhirNode first(String name) {
        return each(name).findFirst().orElse(NONE);
    }

    boolean isPresent() {
        return !node.isMissingNode();
    }

    /** Returns the value of an extension, or null. */
    @Nullable JsonNode extension(EvidenceExtension extension) {
        return each("extension")
                .filter(each -> extension.url().equals(each.text("url")))
                .findFirst()
                .map(each -> each.value(extension.field()))
                .orElse(null);
    }

    @Nullable String extensionText(EvidenceExtension extension) {
        JsonNode value = extension(extension);
        return value == null ? null : value.asText();
    }

    /** Returns the code of a concept in a system, or null. */
    @Nullable String code(String system) {
        return each("coding")
                .filter(coding -> system.equals(coding.text("system")))
                .findFirst()
                .map(coding -> coding.text("code"))
                .orElse(null);
    }

    @Nullable String code(OwnSystem system) {
        return code(system.url());
    }

    /** Returns the value of the identifier of a system, or null. */
    @Nullable String identifier(String system) {
        return each("identifier")
                .filter(each -> system.equals(each.text("system")))
                .findFirst()
                .map(each -> each.text("value"))
                .orElse(null);
    }

    /** Returns the elements of a list whose concept has one of our codes. */
    Stream<FhirNode> coded(String list, String concept, OwnSystem system, String code) {
        return each(list).filter(each -> code.equals(each.at(concept).code(system)));
    }

    static List<String> texts(Stream<FhirNode> nodes, String name) {
        return nodes.map(each -> Optional.ofNullable(each.text(name)))
                .flatMap(Optional::stream)
                .toList();
    }
}
