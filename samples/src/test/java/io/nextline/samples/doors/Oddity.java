package io.nextline.samples.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be wrong with one field of a resource, wherever it stands. */
enum Oddity {
    NULL,
    EMPTY_TEXT,
    TEXT,
    NUMBER,
    BOOLEAN,
    EMPTY_OBJECT,
    OBJECT,
    EMPTY_ARRAY,
    ARRAY_OF_IT,
    ARRAY_OF_ARRAYS,
    ARRAY_WITH_NULLS,
    HUGE_NUMBER,
    LONG_NUMBER,
    TWICE,
    UNKNOWN_NEIGHBOUR,
    MODIFIED,
    PRIMITIVE_EXTENSION;

    /** Stands in a field name for "this name once more", which a tree cannot hold. */
    static final String AGAIN = "#again";

    /** The places of fields that are never made odd: without them there is no resource to speak of. */
    private static final Set<String> FIRM = Set.of("resourceType", "id");

    /** A field of some object within a resource. */
    record Place(ObjectNode object, String name) {

        JsonNode value() {
            return object.get(name);
        }
    }

    /** Makes one field of the resource odd, and returns its name. */
    String strike(ObjectNode resource, Chance chance) {
        List<Place> places = new ArrayList<>();
        collect(resource, places);
        Place place = chance.of(places);
        strike(place);
        return place.name();
    }

    private static void collect(JsonNode node, List<Place> into) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!FIRM.contains(field.getKey())) {
                    into.add(new Place(object, field.getKey()));
                    collect(field.getValue(), into);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> collect(element, into));
        }
    }

    void strike(Place place) {
        ObjectNode object = place.object();
        String name = place.name();
        JsonNode value = place.value();
        switch (this) {
            case NULL -> object.putNull(name);
            case EMPTY_TEXT -> object.put(name, "");
            case TEXT -> object.put(name, "odd");
            case NUMBER -> object.put(name, 7);
            case BOOLEAN -> object.put(name, true);
            case EMPTY_OBJECT -> object.putObject(name);
            case OBJECT -> object.putObject(name).put("odd", 1);
            case EMPTY_ARRAY -> object.putArray(name);
            case ARRAY_OF_IT -> object.putArray(name).add(value);
            case ARRAY_OF_ARRAYS -> object.putArray(name).addArray().add(value);
            case ARRAY_WITH_NULLS -> object.putArray(name).addNull().add(value).addNull();
            case HUGE_NUMBER -> object.putRawValue(name, new RawValue("1e1000000000"));
            case LONG_NUMBER -> object.putRawValue(name, new RawValue("1" + "0".repeat(50)));
            case TWICE -> object.set(name + AGAIN, value.deepCopy());
            case UNKNOWN_NEIGHBOUR -> object.putObject("odd").putRawValue("odd", new RawValue("1e1000000000"));
            case MODIFIED -> object.putArray("modifierExtension").addObject().put("url", "http://example.org/not");
            case PRIMITIVE_EXTENSION -> object.putObject("_" + name).put("id", "x");
        }
    }
}
