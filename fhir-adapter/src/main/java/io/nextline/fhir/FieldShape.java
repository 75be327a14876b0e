package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimePrimitiveDatatypeDefinition;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape that a field has in JSON by HAPI's definitions.
 *
 * @param kind what stands there
 * @param count how often
 * @param choice the {@code [x]} of which the field is one kind; null for none
 * @param scalar what a primitive is in JSON; null for what is none
 * @param object the definition of an object; null for what is none
 */
record FieldShape(
        Kind kind,
        Count count,
        @Nullable RuntimeChildChoiceDefinition choice,
        @Nullable ScalarType scalar,
        @Nullable BaseRuntimeElementCompositeDefinition<?> object) {

    /** What stands in a field. */
    enum Kind {
        /** What is taken as it stands. */
        ANYTHING,
        /** Contained resources. */
        CONTAINED,
        /** Nothing that this version of FHIR defines. */
        UNDEFINED,
        /** A text, a number or a boolean. */
        PRIMITIVE,
        /** A text that is a date. */
        DATE,
        /** An object. */
        OBJECT,
        /** Something that has no shape in JSON. */
        SHAPELESS
    }

    /** How often it stands there. */
    enum Count {
        ONCE,
        /** Once, understood as a list of one as well, which other versions have here. */
        ONCE_OR_LISTED,
        /** Listed; one in the place of a list is understood. */
        LISTED,
        /** Listed, also if there is one. */
        ALWAYS_LISTED
    }

    private static final Set<String> LISTS_ELSEWHERE =
            Set.of("category", "dosage", "notPerformedReason", "statusReason", "statusReasonCodeableConcept");

    private static final Set<String> DATES = Set.of("date", "dateTime", "instant");

    private static final Set<String> NUMBERS = Set.of("decimal", "integer", "positiveInt", "unsignedInt");

    private static final FieldShape UNDEFINED = of(Kind.UNDEFINED);
    private static final FieldShape ANYTHING = of(Kind.ANYTHING);
    private static final FieldShape CONTAINED = of(Kind.CONTAINED);

    /**
     * Returns the shape of a field.
     *
     * @param name the field's name
     * @param parent the definition of the object that has it
     * @param extension the definition of extensions, which HAPI's objects do not have under this name
     */
    static FieldShape of(
            String name,
            BaseRuntimeElementCompositeDefinition<?> parent,
            @Nullable BaseRuntimeElementDefinition<?> extension) {
        return switch (name) {
            case "resourceType", "modifierExtension" -> ANYTHING;
            case "contained" -> CONTAINED;
            case "extension" -> of(extension, Count.LISTED, null);
            default -> child(name, parent);
        };
    }

    private static FieldShape of(Kind kind) {
        return new FieldShape(kind, Count.ONCE, null, null, null);
    }

    private static FieldShape child(String name, BaseRuntimeElementCompositeDefinition<?> parent) {
        BaseRuntimeChildDefinition child = parent.getChildByName(name);
        BaseRuntimeElementDefinition<?> element = child == null ? null : child.getChildByName(name);
        if (child == null || element == null) {
            return UNDEFINED;
        }
        RuntimeChildChoiceDefinition choice = child instanceof RuntimeChildChoiceDefinition one ? one : null;
        return of(element, count(name, child.getMax() == 1), choice);
    }

    private static FieldShape of(
            @Nullable BaseRuntimeElementDefinition<?> element,
            Count count,
            @Nullable RuntimeChildChoiceDefinition choice) {
        if (element instanceof RuntimePrimitiveDatatypeDefinition) {
            Kind kind = DATES.contains(element.getName()) ? Kind.DATE : Kind.PRIMITIVE;
            return new FieldShape(kind, count, choice, scalar(element.getName()), null);
        }
        if (element instanceof BaseRuntimeElementCompositeDefinition<?> object) {
            return new FieldShape(Kind.OBJECT, count, choice, null, object);
        }
        return new FieldShape(Kind.SHAPELESS, count, choice, null, null);
    }

    private static Count count(String name, boolean single) {
        if (single) {
            return LISTS_ELSEWHERE.contains(name) ? Count.ONCE_OR_LISTED : Count.ONCE;
        }
        return name.equals("coding") ? Count.ALWAYS_LISTED : Count.LISTED;
    }

    private static ScalarType scalar(String type) {
        if (NUMBERS.contains(type)) {
            return ScalarType.NUMBER;
        }
        return type.equals("boolean") ? ScalarType.BOOLEAN : ScalarType.STRING;
    }
}
