package io.nextline.core.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, taken one by one. Whatever is wrong becomes a problem with its path and reading goes on, so
 * that a file's problems are all told at once. For every kind of file of the evidence base. Not for concurrent use.
 */
public final class JsonFields {
    private static final int LONGEST_NUMBER = 12;

    private final String file;
    private final String path;
    private final JsonNode node;
    private final List<Problem> problems;
    private final Set<String> taken = new HashSet<>();
    private boolean broken;

    /**
     * Takes the fields of a node; one that is no object is a problem.
     *
     * @param file the file's name, for problems
     * @param path where in the file, as {@code $.results[0]}
     * @param node the object
     * @param problems where to add what is wrong
     */
    public JsonFields(String file, String path, JsonNode node, List<Problem> problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (!node.isObject()) {
            problem(path, "needs an object");
        }
    }

    /**
     * Builds the value. The supplier takes the fields; after it has run, a field that nobody took is a problem, and so is a
     * broken invariant where every field was fit.
     */
    public <T> @Nullable T build(Supplier<T> value) {
        T built = attempt(value);
        node.fieldNames().forEachRemaining(name -> {
            if (!taken.contains(name)) {
                problem(path + "." + name, "unknown field; see the schema for what is known");
            }
        });
        return broken ? null : built;
    }

    /** Builds a part of the value; a broken invariant becomes a problem unless a field was unfit before. */
    <T> @Nullable T attempt(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            if (!broken) {
                problem(path, String.valueOf(e.getMessage()));
            }
            return null;
        }
    }

    /** Returns a required text, or the empty text after its problem has been noted. */
    public String text(String name) {
        String text = optionalText(name);
        return text == null ? missing(name, "") : text;
    }

    /** Returns a text, or null if it is absent or unfit. */
    public @Nullable String optionalText(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(path + "." + name, "needs text");
            return null;
        }
        return value.textValue();
    }

    BigDecimal number(String name) {
        BigDecimal number = optionalNumber(name);
        return number == null ? missing(name, BigDecimal.ZERO) : number;
    }

    @Nullable BigDecimal optionalNumber(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        BigDecimal number = value.isNumber() ? value.decimalValue() : null;
        if (number == null || number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
            problem(path + "." + name, "needs a number of at most " + LONGEST_NUMBER + " digits");
            return null;
        }
        return number;
    }

    /** Returns a whole number from 0, or null if it is absent or unfit. */
    public @Nullable Integer optionalCount(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            problem(path + "." + name, "needs a whole number from 0");
            return null;
        }
        return value.intValue();
    }

    /** Returns whether the field is true; absent is false. */
    public boolean flag(String name) {
        JsonNode value = take(name);
        if (value != null && !value.isBoolean()) {
            problem(path + "." + name, "needs true or false");
        }
        return value != null && value.booleanValue();
    }

    /** Says whether the field is there and not null, and takes it. */
    public boolean has(String name) {
        return take(name) != null;
    }

    /** Returns the texts of a list; absent is empty. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode each : elements(name)) {
            if (each.isTextual() && !each.textValue().isBlank()) {
                texts.add(each.textValue());
            } else {
                problem(path + "." + name + "[" + index + "]", "needs text");
            }
            index++;
        }
        return texts;
    }

    /** Returns the objects of a list that are fit; absent is empty. */
    public <T> List<T> objects(String name, JsonShape<T> shape) {
        List<T> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode each : elements(name)) {
            T object = shape.read(child(name + "[" + index + "]", each));
            if (object == null) {
                broken = true;
            } else {
                objects.add(object);
            }
            index++;
        }
        return objects;
    }

    /** Returns an object, or null if it is absent or unfit. */
    public <T> @Nullable T object(String name, JsonShape<T> shape) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        T object = shape.read(child(name, value));
        broken |= object == null;
        return object;
    }

    <T> T required(String name, JsonShape<T> shape, T placeholder) {
        T object = object(name, shape);
        return object == null ? missing(name, placeholder) : object;
    }

    /** Returns one of the values by its name in the files. */
    <E> @Nullable E optionalChoice(String name, E[] values, Function<E, String> id) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        for (E value : values) {
            if (id.apply(value).equals(text)) {
                return value;
            }
        }
        String known = Arrays.stream(values).map(id).collect(Collectors.joining(", "));
        problem(path + "." + name, "needs one of " + known);
        return null;
    }

    /** Returns one of the values by its name in the files, or the first after its problem has been noted. */
    public <E> E choice(String name, E[] values, Function<E, String> id) {
        E value = optionalChoice(name, values, id);
        return value == null ? missing(name, values[0]) : value;
    }

    /** Returns a value made from a text field, or nothing where the field is absent or unfit. */
    public <T> @Nullable T parsed(String name, Function<String, T> parser) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problem(path + "." + name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Notes a problem with a field, and that its object cannot be built. */
    public void unfit(String name, String message) {
        problem(path + "." + name, message);
    }

    private <T> T missing(String name, T placeholder) {
        if (!has(name)) {
            problem(path + "." + name, "is required");
        }
        broken = true;
        return placeholder;
    }

    private Iterable<JsonNode> elements(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            problem(path + "." + name, "needs a list");
            return List.of();
        }
        return value;
    }

    private @Nullable JsonNode take(String name) {
        taken.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private JsonFields child(String name, JsonNode value) {
        return new JsonFields(file, path + "." + name, value, problems);
    }

    private void problem(String where, String message) {
        broken = true;
        problems.add(new Problem(file, where, message));
    }
}
