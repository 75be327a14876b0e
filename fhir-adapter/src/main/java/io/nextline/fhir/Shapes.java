package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimePrimitiveDatatypeDefinition;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import io.nextline.core.fhir.ReadIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a resource's tree to the shapes that HAPI's own definitions give its elements, since the parser does not: it takes a number
 * for a text and the first of several values for the one, and passes over an object in the place of a code without a word.
 * What the definitions do not know is taken out. Immutable and thread-safe.
 */
final class Shapes {

    /** Single in R4, but understood as a list of one as well, which other versions have here. */
    private static final Set<String> LISTS_ELSEWHERE =
            Set.of("category", "dosage", "statusReason", "statusReasonCodeableConcept");

    private static final Set<String> NUMBERS = Set.of("decimal", "integer", "positiveInt", "unsignedInt");

    private final FhirContext context;

    Shapes(FhirContext context) {
        this.context = context;
    }

    /**
     * Checks a resource and makes it ready for HAPI's parser.
     *
     * @throws SetAside if an element has the wrong shape
     */
    void check(Tree.Branch resource, String type) {
        check(resource, context.getResourceDefinition(type));
    }

    private void check(Tree.Branch branch, BaseRuntimeElementCompositeDefinition<?> definition) {
        for (int i = 0; i < branch.size(); ) {
            String name = branch.name(i);
            BaseJsonLikeValue fit;
            try {
                fit = fit(branch.value(i), name, definition);
            } catch (SetAside problem) {
                throw problem.within(name);
            }
            if (fit == null) {
                branch.remove(i);
            } else {
                branch.replace(i++, fit);
            }
        }
    }

    private @Nullable BaseJsonLikeValue fit(
            BaseJsonLikeValue value, String name, BaseRuntimeElementCompositeDefinition<?> parent) {
        switch (name) {
            case "resourceType", "modifierExtension" -> {
                return value;
            }
            case "contained" -> {
                return contained(value);
            }
            case "extension" -> {
                return extensions(value);
            }
            default -> {
                BaseRuntimeChildDefinition child = parent.getChildByName(name);
                BaseRuntimeElementDefinition<?> element = child == null ? null : child.getChildByName(name);
                return element == null ? null : element(value, element, child.getMax() == 1, name);
            }
        }
    }

    private @Nullable BaseJsonLikeValue element(
            BaseJsonLikeValue value, BaseRuntimeElementDefinition<?> definition, boolean single, String name) {
        if (single) {
            BaseJsonLikeValue one = LISTS_ELSEWHERE.contains(name) ? only(value) : value;
            if (one != null) {
                one(one, definition);
            }
            return one;
        }
        // One in the place of a list is understood, as it is everywhere but here.
        if (name.equals("coding") && !(value instanceof Tree.Row)) {
            throw wrong();
        }
        Tree.values(value).forEach(each -> one(each, definition));
        return value instanceof Tree.Row ? value : new Tree.Row().add(value);
    }

    private static @Nullable BaseJsonLikeValue only(BaseJsonLikeValue value) {
        List<BaseJsonLikeValue> values = Tree.values(value);
        if (values.size() > 1) {
            throw wrong();
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private void one(BaseJsonLikeValue value, BaseRuntimeElementDefinition<?> definition) {
        if (definition instanceof RuntimePrimitiveDatatypeDefinition) {
            ScalarType type = value instanceof Tree.Leaf leaf ? leaf.getDataType() : null;
            if (type != scalarOf(definition.getName())) {
                throw wrong();
            }
        } else if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite
                && value instanceof Tree.Branch branch) {
            check(branch, composite);
        } else {
            throw wrong();
        }
    }

    private static ScalarType scalarOf(String primitive) {
        if (NUMBERS.contains(primitive)) {
            return ScalarType.NUMBER;
        }
        return primitive.equals("boolean") ? ScalarType.BOOLEAN : ScalarType.STRING;
    }

    private @Nullable BaseJsonLikeValue extensions(BaseJsonLikeValue value) {
        BaseRuntimeElementDefinition<?> extension = context.getElementDefinition("Extension");
        return element(value, extension, false, "extension");
    }

    // Only what is read: HAPI refuses the whole resource for a contained one whose type it does not know.
    private BaseJsonLikeValue contained(BaseJsonLikeValue value) {
        Tree.Row known = new Tree.Row();
        for (BaseJsonLikeValue each : Tree.values(value)) {
            if (!(each instanceof Tree.Branch branch)) {
                throw wrong();
            }
            String type = branch.get("resourceType") instanceof Tree.Leaf leaf ? leaf.getAsString() : "";
            ResourceMapper<?> mapper = ResourceMappers.of(type);
            if (mapper != null) {
                prune(branch, mapper.elements());
                check(branch, context.getResourceDefinition(type));
                // HAPI makes up an id where there is none; this one is read as none.
                branch.put("id", new Tree.Leaf(ScalarType.STRING, "#"));
                known.add(branch);
            }
        }
        return known;
    }

    private static void prune(Tree.Branch branch, Set<String> elements) {
        List<String> names = new ArrayList<>();
        branch.keyIterator().forEachRemaining(names::add);
        for (String name : names) {
            if (!elements.contains(name) && !name.equals("resourceType") && !name.equals("id")) {
                branch.take(name);
            }
        }
    }

    private static SetAside wrong() {
        return new SetAside(ReadIssue.Kind.WRONG_SHAPE, "");
    }
}
