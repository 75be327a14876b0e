package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.jspecify.annotations.Nullable;

/** One element that is read of HAPI's objects of one class, and how it is written as JSON. Thread-safe. */
final class ReadElement {

    /** An entry's request or response that nobody filled in explains nothing; every other empty object is read as none. */
    private static final Set<String> UNLESS_EMPTY = Set.of("request", "response");

    private final BaseRuntimeChildDefinition child;
    private final String definedName;
    private final BaseRuntimeChildDefinition.IAccessor accessor;
    private final @Nullable SerializableString onlyName;
    private final Map<Class<?>, SerializableString> names = new ConcurrentHashMap<>();
    private final boolean list;
    private final boolean unlessEmpty;
    private final boolean contained;
    private final boolean drug;

    ReadElement(BaseRuntimeChildDefinition child) {
        this.child = child;
        this.definedName = child.getElementName();
        this.accessor = child.getAccessor();
        this.onlyName = child instanceof RuntimeChildChoiceDefinition ? null : new SerializedString(definedName);
        this.list = child.getMax() != 1;
        this.unlessEmpty = UNLESS_EMPTY.contains(definedName);
        this.contained = definedName.equals("contained");
        this.drug = definedName.startsWith("medication");
    }

    /** Returns the name in the definitions; that of a choice is none in JSON. */
    String definedName() {
        return definedName;
    }

    /** Returns whether contained resources are here. */
    boolean isContained() {
        return contained;
    }

    /** Returns whether this says which drug was used. */
    boolean isDrug() {
        return drug;
    }

    /** Returns the values in an object of the class, without making what is not there. */
    List<IBase> values(IBase holder) {
        return accessor.getValues(holder);
    }

    /** Returns whether JSON has a list here, also of a single value. */
    boolean isList() {
        return list;
    }

    /** Returns whether an object is written only if it holds something. */
    boolean isOnlyWrittenFilled() {
        return unlessEmpty;
    }

    /** Returns the name that a value has in JSON. */
    SerializableString nameFor(IBase value) {
        if (onlyName != null) {
            return onlyName;
        }
        SerializableString known = names.get(value.getClass());
        return known == null
                ? names.computeIfAbsent(value.getClass(), absent -> new SerializedString(kind(value)))
                : known;
    }

    private String kind(IBase value) {
        String declared = child.getChildNameByDatatype(value.getClass());
        if (declared != null) {
            return declared;
        }
        String type = value.fhirType();
        return definedName.replace("[x]", "") + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
