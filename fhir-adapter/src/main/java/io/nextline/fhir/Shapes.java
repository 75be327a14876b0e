package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import io.nextline.core.fhir.ReadIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a resource's tree to the shapes that HAPI's own definitions give its elements, since the parser does not: it takes a number
 * for a text and the first of several values for the one, and passes over an object in the place of a code without a word.
 * What the definitions do not know is taken out. Thread-safe; it remembers the shapes.
 */
final class Shapes {

    /** HAPI passes over a date of white space as if there were none; this one it keeps, though it is no date either. */
    private static final Tree.Leaf NO_DATE = new Tree.Leaf(ScalarType.STRING, "-");

    private final FhirContext context;
    private final Map<BaseRuntimeElementCompositeDefinition<?>, Map<String, FieldShape>> known =
            new ConcurrentHashMap<>();

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
        Map<String, FieldShape> fields = fields(definition);
        List<RuntimeChildChoiceDefinition> choices = new ArrayList<>(0);
        for (int i = 0; i < branch.size(); ) {
            String name = branch.name(i);
            BaseJsonLikeValue fit;
            try {
                fit = fit(branch.value(i), field(name, fields, definition), choices);
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

    private Map<String, FieldShape> fields(BaseRuntimeElementCompositeDefinition<?> definition) {
        Map<String, FieldShape> fields = known.get(definition);
        return fields == null ? known.computeIfAbsent(definition, absent -> new ConcurrentHashMap<>()) : fields;
    }

    // Only names that are read come here, so there are not many to remember.
    private FieldShape field(
            String name, Map<String, FieldShape> fields, BaseRuntimeElementCompositeDefinition<?> parent) {
        FieldShape shape = fields.get(name);
        return shape == null
                ? fields.computeIfAbsent(
                        name, absent -> FieldShape.of(name, parent, context.getElementDefinition("Extension")))
                : shape;
    }

    private @Nullable BaseJsonLikeValue fit(
            BaseJsonLikeValue value, FieldShape shape, List<RuntimeChildChoiceDefinition> choices) {
        return switch (shape.kind()) {
            case ANYTHING -> value;
            case CONTAINED -> contained(value);
            case UNDEFINED -> null;
            default -> {
                requireOnlyKind(shape.choice(), choices);
                yield counted(value, shape);
            }
        };
    }

    // Of two kinds of the same [x] HAPI would keep one and say nothing.
    private static void requireOnlyKind(
            @Nullable RuntimeChildChoiceDefinition choice, List<RuntimeChildChoiceDefinition> before) {
        if (choice == null) {
            return;
        }
        if (before.contains(choice)) {
            throw new SetAside(ReadIssue.Kind.DUPLICATE_FIELD, "");
        }
        before.add(choice);
    }

    private @Nullable BaseJsonLikeValue counted(BaseJsonLikeValue value, FieldShape shape) {
        return switch (shape.count()) {
            case ONCE -> one(value, shape);
            case ONCE_OR_LISTED -> only(value, shape);
            case LISTED -> list(value, shape);
            case ALWAYS_LISTED -> value instanceof Tree.Row ? list(value, shape) : refuse();
        };
    }

    private @Nullable BaseJsonLikeValue only(BaseJsonLikeValue value, FieldShape shape) {
        List<BaseJsonLikeValue> values = Tree.values(value);
        if (values.size() > 1) {
            throw wrong();
        }
        return values.isEmpty() ? null : one(values.get(0), shape);
    }

    private Tree.Row list(BaseJsonLikeValue value, FieldShape shape) {
        Tree.Row fit = new Tree.Row();
        for (BaseJsonLikeValue each : Tree.values(value)) {
            BaseJsonLikeValue one = one(each, shape);
            if (one != null) {
                fit.add(one);
            }
        }
        return fit;
    }

    private @Nullable BaseJsonLikeValue one(BaseJsonLikeValue value, FieldShape shape) {
        if (shape.scalar() != null) {
            return value instanceof Tree.Leaf leaf ? primitive(leaf, shape) : refuse();
        }
        if (shape.object() != null && value instanceof Tree.Branch branch) {
            check(branch, shape.object());
            return branch;
        }
        return refuse();
    }

    private static @Nullable BaseJsonLikeValue primitive(Tree.Leaf leaf, FieldShape shape) {
        if (leaf.getDataType() != shape.scalar()) {
            throw wrong();
        }
        if (leaf == Tree.Leaf.OVERSIZED) {
            throw new SetAside(ReadIssue.Kind.BAD_NUMBER, "");
        }
        if (shape.kind() == FieldShape.Kind.DATE && leaf.getAsString().isBlank()) {
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
