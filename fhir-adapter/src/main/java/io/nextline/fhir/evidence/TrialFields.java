package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a trial file being put together; what FHIR does not say is left out. Not thread-safe. */
final class TrialFields {
    private final FhirObject object = new FhirObject();

    TrialFields with(String name, @Nullable Object value) {
        if (value instanceof JsonNode node) {
            object.tree().set(name, node);
        } else {
            object.with(name, value);
        }
        return this;
    }

    /** Sets a list even if it is empty: some lists must be there. */
    TrialFields list(String name, List<String> texts) {
        texts.forEach(object.tree().putArray(name)::add);
        return this;
    }

    TrialFields objects(String name, List<TrialFields> objects) {
        objects.forEach(each -> object.add(name, each.object));
        return this;
    }

    TrialFields object(String name, TrialFields value) {
        object.with(name, value.object);
        return this;
    }

    /** Sets a flag only where it is true. */
    TrialFields flag(String name, boolean set) {
        return set ? with(name, true) : this;
    }

    ObjectNode tree() {
        return object.tree();
    }
}
