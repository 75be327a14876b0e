package io.nextline.fhir;

import ca.uhn.fhir.parser.json.BaseJsonLikeArray;
import ca.uhn.fhir.parser.json.BaseJsonLikeObject;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeWriter;
import ca.uhn.fhir.parser.json.JsonLikeStructure;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resource's JSON in the form in which HAPI's parser takes it, holding only what is to be read. */
final class Tree {

    private Tree() {}

    /** Returns the values of an array; a single value is the array of it, and none is an empty one. */
    static List<BaseJsonLikeValue> values(@Nullable BaseJsonLikeValue value) {
        if (value instanceof Row row) {
            return row.values;
        }
        return value == null ? List.of() : List.of(value);
    }

    /** An object. It has few fields: only names that are read get in, each once. */
    static final class Branch extends BaseJsonLikeObject {

        private final List<String> names = new ArrayList<>(6);
        private final List<BaseJsonLikeValue> values = new ArrayList<>(6);

        /** Adds a field, and returns whether there was none of this name. */
        boolean put(String name, BaseJsonLikeValue value) {
            if (names.contains(name)) {
                return false;
            }
            names.add(name);
            values.add(value);
            return true;
        }

        int size() {
            return names.size();
        }

        String name(int index) {
            return names.get(index);
        }

        BaseJsonLikeValue value(int index) {
            return values.get(index);
        }

        void replace(int index, BaseJsonLikeValue value) {
            values.set(index, value);
        }

        void remove(int index) {
            names.remove(index);
            values.remove(index);
        }

        // HAPI asks for the extensions of every primitive under its name and an underscore; none gets in.
        @Override
        public @Nullable BaseJsonLikeValue get(String name) {
            int index = name.charAt(0) == '_' ? -1 : names.indexOf(name);
            return index < 0 ? null : values.get(index);
        }

        @Override
        public Iterator<String> keyIterator() {
            return names.iterator();
        }

        @Override
        public @Nullable Object getValue() {
            return null;
        }
    }

    /** An array; without nulls. */
    static final class Row extends BaseJsonLikeArray {

        private final List<BaseJsonLikeValue> values = new ArrayList<>(2);

        Row add(BaseJsonLikeValue value) {
            values.add(value);
            return this;
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public BaseJsonLikeValue get(int index) {
            return values.get(index);
        }

        @Override
        public @Nullable Object getValue() {
            return null;
        }
    }

    /** A text, a number in plain digits, or a boolean. */
    static final class Leaf extends BaseJsonLikeValue {

        /** Stands for a number that goes over the limits. */
        static final Leaf OVERSIZED = new Leaf(ScalarType.NUMBER, "");

        private final ScalarType type;
        private final String text;

        Leaf(ScalarType type, String text) {
            this.type = type;
            this.text = text;
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public ValueType getJsonType() {
            return ValueType.SCALAR;
        }

        @Override
        public ScalarType getDataType() {
            return type;
        }

        @Override
        public Object getValue() {
            return text;
        }

        @Override
        public String getAsString() {
            return text;
        }
    }

    /** The whole of it. It is built elsewhere and never written, so the methods for that are not supported. */
    record Root(Branch branch) implements JsonLikeStructure {

        @Override
        public BaseJsonLikeObject getRootObject() {
            return branch;
        }

        @Override
        public JsonLikeStructure getInstance() {
            throw new UnsupportedOperationException("a tree is built by TreeReader");
        }

        @Override
        public void load(Reader reader) {
            throw new UnsupportedOperationException("a tree is built by TreeReader");
        }

        @Override
        public void load(Reader reader, boolean allowArray) {
            throw new UnsupportedOperationException("a tree is built by TreeReader");
        }

        @Override
        public BaseJsonLikeWriter getJsonLikeWriter() {
            throw new UnsupportedOperationException("a tree is read only");
        }

        @Override
        public BaseJsonLikeWriter getJsonLikeWriter(Writer writer) {
            throw new UnsupportedOperationException("a tree is read only");
        }
    }
}
