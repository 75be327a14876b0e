package io.nextline.fhir;

import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.ReadIssue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object that should have a {@code resourceType}, in whatever place among its fields. The entries of a Bundle or of
 * Parameters are read as they come; of anything else the fields that may be needed are kept until the end.
 */
final class JsonObject {

    private static final Set<String> WRAPPERS = Set.of("Bundle", "Parameters");
    private static final Set<String> OF_NO_RESOURCE = Set.of("id", "meta", "link", "total", "issue");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");

    private final JsonReading json;
    private final JsonParser parser;
    private final boolean listed;
    private final Tree.Branch fields = new Tree.Branch();
    private @Nullable String type;
    private Set<String> elements = Set.of();
    private boolean typeSeen;
    private boolean isWrapper;
    private int entries;
    private final List<SetAside> problems = new ArrayList<>(0);

    /**
     * Starts at the object at hand.
     *
     * @param listed whether it is listed beside other resources in a Bundle
     */
    JsonObject(JsonReading json, boolean listed) {
        this.json = json;
        this.parser = json.parser();
        this.listed = listed;
    }

    /** Reads the object to its end and returns the resource that it is; null when there is none to be kept. */
    @Nullable JsonResource read() throws IOException {
        int depth = json.depth();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            try {
                field(name);
            } catch (SetAside problem) {
                // Of a resource the first is enough to set it aside; those of a Bundle are all noted.
                if (isWrapper || problems.isEmpty()) {
                    problems.add(problem);
                }
                json.unwind(depth);
            }
        }
        try {
            return conclude();
        } catch (SetAside last) {
            json.reading().note(last, type, type == null || !ReadNames.isRead(type) ? null : id());
            return null;
        }
    }

    private @Nullable String id() {
        return fields.get("id") instanceof Tree.Leaf leaf ? leaf.getAsString() : null;
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "resourceType" -> resourceType();
            case "entry", "parameter" -> {
                isWrapper |= type == null;
                if (isWrapper) {
                    entries(name);
                } else {
                    parser.skipChildren();
                }
            }
            default -> {
                if (isKept(name)) {
                    json.trees().field(name, fields);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void resourceType() throws IOException {
        if (type != null) {
            throw new SetAside(ReadIssue.Kind.DUPLICATE_FIELD, "resourceType");
        }
        typeSeen = true;
        type = json.text("resourceType");
        Set<String> read = type == null ? null : ReadNames.of(type);
        elements = read == null ? Set.of() : read;
        isWrapper |= type != null && WRAPPERS.contains(type);
    }

    private boolean isKept(String name) {
        boolean ofItsType = type == null ? ReadNames.anyReads(name) : elements.contains(name);
        return ofItsType || OF_NO_RESOURCE.contains(name);
    }

    private void entries(String name) throws IOException {
        if (json.isNull(JsonToken.START_ARRAY, name)) {
            return;
        }
        if (entries > 0) {
            json.reading().note(ReadIssue.Kind.DUPLICATE_FIELD, "Bundle", null, "Bundle." + name);
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                new JsonEntry(json).read();
            } else {
                parser.skipChildren();
                json.reading().note(ReadIssue.Kind.WRONG_SHAPE, "Bundle", null, "Bundle." + name);
            }
            entries++;
        }
    }

    private @Nullable JsonResource conclude() {
        if (isWrapper) {
            wrapper();
            return null;
        }
        if (type == null) {
            throw noType();
        }
        if (!ReadNames.isRead(type)) {
            other(type);
            return null;
        }
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return JsonResource.of(type, elements, fields);
    }

    private SetAside noType() {
        if (typeSeen) {
            return problems.isEmpty() ? new SetAside(ReadIssue.Kind.NO_RESOURCE_TYPE, "resourceType") : problems.get(0);
        }
        return new SetAside(ReadIssue.Kind.NO_RESOURCE_TYPE, "");
    }

    private void wrapper() {
        Reading reading = json.reading();
        problems.forEach(problem -> reading.note(problem, "Bundle", null));
        boolean linked = says(() -> Pages.linkToNext(fields));
        boolean more = says(() -> Pages.countMore(fields, entries));
        if (linked || more) {
            reading.note(ReadIssue.Kind.FURTHER_PAGES, "Bundle", null, linked ? "Bundle.link" : "Bundle.total");
        } else if (type == null) {
            reading.note(ReadIssue.Kind.NO_RESOURCE_TYPE, null, null, "resource");
        } else if (WRAPPERS.contains(type)) {
            reading.supplied();
        } else if (ReadNames.isRead(type)) {
            // Fields that only a Bundle has came first, so its own were not read.
            reading.note(ReadIssue.Kind.WRONG_SHAPE, type, null, type);
        }
    }

    private boolean says(BooleanSupplier statement) {
        try {
            return statement.getAsBoolean();
        } catch (SetAside unread) {
            json.reading().note(unread, "Bundle", null);
            return false;
        }
    }

    private void other(String name) {
        if (name.equals("OperationOutcome")) {
            if (!listed || !isMereInformation()) {
                json.reading().note(ReadIssue.Kind.OPERATION_OUTCOME, name, null, name);
            }
        } else if (!TYPE_NAME.matcher(name).matches()) {
            throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "resourceType");
        }
    }

    private boolean isMereInformation() {
        List<BaseJsonLikeValue> issues = Tree.values(fields.get("issue"));
        return !issues.isEmpty()
                && issues.stream()
                        .allMatch(issue -> issue instanceof Tree.Branch branch
                                && branch.get("severity") instanceof Tree.Leaf severity
                                && Severities.isInformation(severity.getAsString()));
    }
}
