package io.nextline.fhir;

import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import io.nextline.core.fhir.ReadIssue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it came in JSON, of a type that is used, not yet parsed by HAPI.
 *
 * @param type the resource type
 * @param id the logical id, or null
 * @param lastUpdated {@code meta.lastUpdated} as written, or null
 * @param versionId {@code meta.versionId} as written, or null
 * @param tree what is to be read of it
 */
record JsonResource(
        String type,
        @Nullable String id,
        @Nullable String lastUpdated,
        @Nullable String versionId,
        Tree.Branch tree) {

    /** Sorts the fields; what every resource carries HAPI does not see, for it would read more into an id than stands there. */
    static JsonResource of(String type, Set<String> elements, Tree.Branch fields) {
        String id = text(fields.get("id"), "id");
        BaseJsonLikeValue meta = fields.get("meta");
        if (meta != null && !(meta instanceof Tree.Branch)) {
            throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "meta");
        }
        String updated =
                meta instanceof Tree.Branch branch ? text(branch.get("lastUpdated"), "meta.lastUpdated") : null;
        String version = meta instanceof Tree.Branch branch ? version(branch.get("versionId")) : null;
        Tree.Branch tree = new Tree.Branch();
        tree.put("resourceType", new Tree.Leaf(ScalarType.STRING, type));
        for (int i = 0; i < fields.size(); i++) {
            if (elements.contains(fields.name(i))) {
                tree.put(fields.name(i), fields.value(i));
            }
        }
        return new JsonResource(type, id, updated, version, tree);
    }

    // Some senders write it as a number; that must not cost the entry.
    private static @Nullable String version(@Nullable BaseJsonLikeValue value) {
        boolean number = value instanceof Tree.Leaf leaf && leaf.getDataType() == ScalarType.NUMBER;
        return number ? null : text(value, "meta.versionId");
    }

    /** Returns the text of a field; null for none. */
    static @Nullable String text(@Nullable BaseJsonLikeValue value, String element) {
        if (value == null) {
            return null;
        }
        if (value instanceof Tree.Leaf leaf && leaf.getDataType() == ScalarType.STRING) {
            return leaf.isEmpty() ? null : leaf.getAsString();
        }
        throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, element);
    }
}
