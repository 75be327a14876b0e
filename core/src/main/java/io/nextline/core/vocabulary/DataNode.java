package io.nextline.core.vocabulary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value in a vocabulary file that knows its file and place. Reading a value of the wrong kind records a problem and gives an
 * empty one, so that one pass finds every fault. Read with the tokeniser of patient records: data binding, and even Jackson's
 * parser, would cost more time at launch than all the files together.
 */
final class DataNode {

    private static final JsonFactory JSON = new JsonFactory();
    private static final RecordReader RECORDS = new RecordReader(ReadLimits.forFiles());

    private final File file;
    private final @Nullable DataNode parent;
    private final Object key;
    private final @Nullable Object value;

    /** What all nodes of a file share. */
    private record File(String name, List<VocabularyProblem> problems) {}

    private DataNode(File file, @Nullable DataNode parent, Object key, @Nullable Object value) {
        this.file = file;
        this.parent = parent;
        this.key = key;
        this.value = value;
    }

    /** Reads a file; an unreadable one is a problem and gives an empty node. */
    static DataNode read(VocabularySource source, String file, List<VocabularyProblem> problems) {
        Object value = null;
        try (InputStream in = source.open(file)) {
            if (in == null) {
                problems.add(new VocabularyProblem(file, "", "the file is missing"));
            } else {
                value = value(in.readAllBytes());
            }
        } catch (IOException e) {
            problems.add(new VocabularyProblem(file, "", "not readable as JSON: " + e.getMessage()));
        }
        return new DataNode(new File(file, problems), null, "", value);
    }

    // What the quick tokeniser does not take Jackson's reads again, since its messages say what is wrong.
    private static @Nullable Object value(byte[] json) throws IOException {
        try (JsonParser parser = RECORDS.open(json)) {
            return value(parser, parser.nextToken());
        } catch (UnreadableRecordException unreadable) {
            try (JsonParser parser = JSON.createParser(json)) {
                return value(parser, parser.nextToken());
            }
        }
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("unexpected end");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (map.containsKey(name)) {
                throw new IOException("the field " + name + " stands twice in one object");
            }
            map.put(name, value(parser, parser.nextToken()));
        }
        return map;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }

    /** Records a problem at this place. */
    void problem(String message) {
        file.problems.add(new VocabularyProblem(file.name, path(), message));
    }

    /** The place as a JSON pointer; put together only for a problem, because most nodes never have one. */
    private String path() {
        return parent == null ? "" : parent.path() + "/" + key;
    }

    private @Nullable Object field(String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** Returns a field, empty if absent. */
    DataNode get(String name) {
        return new DataNode(file, this, name, field(name));
    }

    /** Returns whether there is a value. */
    boolean isPresent() {
        return value != null;
    }

    /** Returns the elements of a list field; none if absent. */
    List<DataNode> list(String key) {
        DataNode child = get(key);
        if (child.value == null) {
            return List.of();
        }
        if (!(child.value instanceof List<?> elements)) {
            child.problem("must be an array");
            return List.of();
        }
        List<DataNode> nodes = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            nodes.add(new DataNode(file, child, i, elements.get(i)));
        }
        return nodes;
    }

    /** Returns the fields of this object by name, in the order of the file. */
    Map<String, DataNode> fields() {
        Map<String, DataNode> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            for (Object name : map.keySet()) {
                fields.put(String.valueOf(name), get(String.valueOf(name)));
            }
        }
        return fields;
    }

    /** Returns this value as text, or null with a problem. */
    @Nullable String asText() {
        if (value instanceof String text) {
            return text;
        }
        problem("must be a string");
        return null;
    }

    /** Returns a required text; missing is a problem and gives the empty text. */
    String text(String name) {
        if (field(name) instanceof String text) {
            return text;
        }
        if (field(name) == null) {
            problem("needs the field " + name);
        } else {
            get(name).asText();
        }
        return "";
    }

    /** Returns an optional text. */
    @Nullable String textOrNull(String name) {
        Object found = field(name);
        return found == null || found instanceof String
                ? (String) found
                : get(name).asText();
    }

    /** Returns a list of texts; none if absent. */
    List<String> texts(String name) {
        if (!(field(name) instanceof List<?> elements)) {
            list(name);
            return List.of();
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof String text) {
                texts.add(text);
            } else {
                list(name).get(i).asText();
            }
        }
        return texts;
    }

    /** Returns a flag; false if absent. */
    boolean flag(String name) {
        Object found = field(name);
        if (found != null && !(found instanceof Boolean)) {
            get(name).problem("must be true or false");
        }
        return Boolean.TRUE.equals(found);
    }

    /** Returns a number, or null if absent or, with a problem, if it is none. */
    @Nullable BigDecimal number(String name) {
        Object found = field(name);
        if (found instanceof BigDecimal number) {
            return number;
        }
        if (found != null) {
            get(name).problem("must be a number");
        }
        return null;
    }

    /** Records every field that is not one of these. */
    DataNode only(Set<String> allowed) {
        if (!(value instanceof Map<?, ?> map)) {
            problem("must be an object");
            return this;
        }
        for (Object name : map.keySet()) {
            if (!allowed.contains(name)) {
                problem("does not know the field " + name);
            }
        }
        return this;
    }
}
