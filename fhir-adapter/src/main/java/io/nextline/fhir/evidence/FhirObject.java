package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR element or resource being put together. FHIR knows neither null nor empty: what is null, empty or an empty list is left
 * out. Numbers keep the digits they were given with. Not thread-safe.
 */
final class FhirObject {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode tree = NODES.objectNode();

    /** Sets a field to a text, number, boolean, object or list of these, unless there is nothing to set. */
    FhirObject with(String name, @Nullable Object value) {
        JsonNode node = node(value);
        if (node != null) {
            tree.set(name, node);
        }
        return this;
    }

    /** Adds to a list, unless there is nothing to add. */
    FhirObject add(String name, @Nullable Object value) {
        JsonNode node = node(value);
        if (node != null) {
            tree.withArray(name).add(node);
        }
        return this;
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    ObjectNode tree() {
        return tree;
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof FhirObject object) {
            return object.isEmpty() ? null : object.tree;
        }
        return value instanceof Collection<?> values ? array(values) : primitive(value);
    }

    private static @Nullable JsonNode array(Collection<?> values) {
        ArrayNode array = NODES.arrayNode();
        for (Object each : values) {
            JsonNode node = node(each);
            if (node != null) {
                array.add(node);
            }
        }
        return array.isEmpty() ? null : array;
    }

    private static @Nullable JsonNode primitive(Object value) {
        if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        String text = value.toString();
        return text.isBlank() ? null : NODES.textNode(text);
    }
}
