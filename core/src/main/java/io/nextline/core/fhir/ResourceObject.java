package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An object that should have a {@code resourceType}, in whatever place among its fields. */
final class ResourceObject {

    /** Takes the fields of an object one by one. */
    interface Fields {

        /** Reads or passes over the value of the field. */
        void element(String name, DatatypeReader in) throws IOException;
    }

    private final DatatypeReader in;
    private @Nullable FieldBuffer early;
    private @Nullable String resourceType;

    ResourceObject(DatatypeReader in) {
        this.in = in;
    }

    /** Makes ready for the next object. */
    void forget() {
        early = null;
        resourceType = null;
    }

    /**
     * Reads fields up to the {@code resourceType} or to one that only a Bundle or Parameters has, and returns its name; null if
     * the object ends before.
     */
    @Nullable String seek() throws IOException {
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "resourceType" -> {
                    resourceType = in.text(null);
                    return name;
                }
                case "entry", "parameter" -> {
                    return name;
                }
                default -> early = FieldBuffer.keep(early, name, in);
            }
        }
        return null;
    }

    /** Returns the type if {@link #seek} came to it. */
    @Nullable String resourceType() {
        return resourceType;
    }

    /** Hands over the fields that came before. */
    void early(Fields fields) throws IOException {
        if (early == null) {
            return;
        }
        JsonCursor.Suspended suspended = in.suspend(early.open(in.limits()));
        try {
            rest(fields);
        } finally {
            in.resume(suspended);
        }
    }

    /** Hands over the fields that are still to come. */
    void rest(Fields fields) throws IOException {
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            fields.element(name, in);
        }
    }

    /** Reads a contained resource; null for one of a type that Nextline does not use, or of none. */
    static @Nullable ResourceReader readContained(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        ResourceObject object = new ResourceObject(in);
        String field = object.seek();
        if (field == null) {
            return null;
        }
        ResourceReader reader = object.resourceType == null ? null : ResourceReader.of(object.resourceType);
        if (reader == null) {
            in.skip();
            object.rest((name, rest) -> rest.skip());
        } else {
            object.early(reader);
            object.rest(reader);
        }
        return reader;
    }
}
