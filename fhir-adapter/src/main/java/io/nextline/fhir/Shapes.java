package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
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

    /** Single in some versions, but understood as a list of one as well, which others have here. */
    private static final Set<String> LISTS_ELSEWHERE =
            Set.of("category", "dosage", "notPerformedReason", "statusReason", "statusReasonCodeableConcept");

    /** HAPI passes over a date of white space as if there were none; this one it keeps, though it is no date either. */
    private static final Tree.Leaf NO_DATE = new Tree.Leaf(ScalarType.STRING, "-");

    private static final Set<String> DATES = Set.of("date", "dateTime", "instant");

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
        List<BaseRuntimeChildDefinition> choices = new ArrayList<>(0);
        for (int i = 0; i < branch.size(); ) {
            String name = branch.name(i);
            BaseJsonLikeValue fit;
            try {
                fit = fit(branch.value(i), name, definition, choices);
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
            BaseJsonLikeValue value,
            String name,
            BaseRuntimeElementCompositeDefinition<?> parent,
            List<BaseRuntimeChildDefinition> choices) {
        return switch (name) {
            case "resourceType", "modifierExtension" -> value;
            case "contained" -> contained(value);
            case "extension" -> element(value, context.getElementDefinition("Extension"), false, name);
            default -> child(value, name, parent.getChildByName(name), choices);
        };
    }

    private @Nullable BaseJsonLikeValue child(
            BaseJsonLikeValue value,
            String name,
            @Nullable BaseRuntimeChildDefinition child,
            List<BaseRuntimeChildDefinition> choices) {
        BaseRuntimeElementDefinition<?> element = child == null ? null : child.getChildByName(name);
        if (child == null || element == null) {
            return null;
        }
        // Of two kinds of the same [x] HAPI would keep one and say nothing.
        if (child instanceof RuntimeChildChoiceDefinition) {
            if (choices.contains(child)) {
                throw new SetAside(ReadIssue.Kind.DUPLICATE_FIELD, "");
            }
            choices.add(child);
        }
        return element(value, element, child.getMax() == 1, name);
    }

    private @Nullable BaseJsonLikeValue element(
            BaseJsonLikeValue value, BaseRuntimeElementDefinition<?> definition, boolean single, String name) {
        if (single) {
            BaseJsonLikeValue one = LISTS_ELSEWHERE.contains(name) ? only(value) : value;
            return one == null ? null : one(one, definition);
        }
        // One in the place of a list is understood, as it is everywhere but here.
        if (name.equals("coding") && !(value instanceof Tree.Row)) {
            throw wrong();
        }
        Tree.Row fit = new Tree.Row();
        for (BaseJsonLikeValue each : Tree.values(value)) {
            BaseJsonLikeValue one = one(each, definition);
            if (one != null) {
                fit.add(one);
            }
        }
        return fit;
    }

    private static @Nullable BaseJsonLikeValue only(BaseJsonLikeValue value) {
        List<BaseJsonLikeValue> values = Tree.values(value);
        if (values.size() > 1) {
            throw wrong();
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private @Nullable BaseJsonLikeValue one(BaseJsonLikeValue value, BaseRuntimeElementDefinition<?> definition) {
        if (definition instanceof RuntimePrimitiveDatatypeDefinition) {
            return value instanceof Tree.Leaf leaf ? primitive(leaf, definition.getName()) : refuse();
        }
        if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite
                && value instanceof Tree.Branch branch) {
            check(branch, composite);
            return branch;
        }
        return refuse();
    }

    private static @Nullable BaseJsonLikeValue primitive(Tree.Leaf leaf, String type) {
        ScalarType expected = NUMBERS.contains(type)
                ? ScalarType.NUMBER
                : type.equals("boolean") ? ScalarType.BOOLEAN : ScalarType.STRING;
        if (leaf.getDataType() != expected) {
            throw wrong();
        }
        if (leaf == Tree.Leaf.OVERSIZED) {
            throw new SetAside(ReadIssue.Kind.BAD_NUMBER, "");
        }
        if (DATES.contains(type) && leaf.getAsString().isBlank()) {
            return NO_DATE;
        }
        return leaf.isEmpty() ? null : leaf;
    }

    // Only what is read: HAPI refuses the whole resource for a contained one whose type it does not know.
    private BaseJsonLikeValue contained(BaseJsonLikeValue value) {
        Tree.Row known = new Tree.Row();
        for (BaseJsonLikeValue each : Tree.values(value)) {
            if (!(each instanceof Tree.Branch branch)) {
                throw wrong();
            }
            String type = branch.get("resourceType") instanceof Tree.Leaf leaf ? leaf.getAsString() : "";
            Set<String> elements = ReadNames.of(type);
            if (elements != null) {
                prune(branch, elements);
                check(branch, context.getResourceDefinition(type));
                known.add(branch);
            }
        }
        return known;
    }

    private static void prune(Tree.Branch branch, Set<String> elements) {
        for (int i = branch.size() - 1; i >= 0; i--) {
            String name = branch.name(i);
            if (!elements.contains(name) && !name.equals("resourceType") && !name.equals("id")) {
                branch.remove(i);
            }
        }
    }

    private static BaseJsonLikeValue refuse() {
        throw wrong();
    }

    private static SetAside wrong() {
        return new SetAside(ReadIssue.Kind.WRONG_SHAPE, "");
    }
}
