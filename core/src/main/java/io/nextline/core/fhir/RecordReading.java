package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of FHIR JSON: hands resources on as they come and notes on the record what could not be read. Not thread-safe.
 */
final class RecordReading {

    private static final int LONGEST_NAME = 64;
    private static final Set<String> WRAPPERS = Set.of("Bundle", "Parameters", "OperationOutcome");

    private final DatatypeReader in;
    private final RecordBuilder record;
    private final Consumer<Resource> resources;
    private final Set<RecordArea> areas;
    private final Set<RecordArea> weakened;
    private final @Nullable QueryAnswer answer;

    // Objects follow one another far more often than they nest.
    private @Nullable ResourceObject spare;

    /**
     * Makes a reading.
     *
     * @param in where the tokens come from
     * @param record takes the issues and the coverage
     * @param resources takes the resources
     * @param areas what the input is expected to cover: these become complete when all was read, partial when not
     */
    RecordReading(DatatypeReader in, RecordBuilder record, Consumer<Resource> resources, Set<RecordArea> areas) {
        this.in = in;
        this.record = record;
        this.resources = resources;
        this.areas = areas;
        this.weakened = areas;
        this.answer = null;
    }

    /**
     * Makes a reading of the answer to a query.
     *
     * @param in where the tokens come from
     * @param record takes the resources, the issues and the coverage
     * @param answer what was asked, and what came of it so far
     */
    RecordReading(DatatypeReader in, RecordBuilder record, QueryAnswer answer) {
        this.in = in;
        this.record = record;
        this.resources = record::add;
        this.weakened = Set.of(answer.area());
        this.areas = answer.answersForArea() ? weakened : Set.of();
        this.answer = answer;
    }

    /** Reads the value at hand: a resource, a Bundle, Parameters, an OperationOutcome, or null for "there is none". */
    void value() throws IOException {
        if (in.at(JsonToken.VALUE_NULL)) {
            supplied();
        } else if (in.at(JsonToken.START_OBJECT)) {
            ResourceReader single = object(false);
            if (single != null) {
                keep(single, null);
                coveredBy(single.resourceType());
            }
        } else {
            in.skip();
            note(ReadIssue.Kind.WRONG_SHAPE, null, null, "resource");
        }
    }

    // One Patient is all there is to a Patient; one resource of another type says nothing about the rest.
    private void coveredBy(String resourceType) {
        RecordArea area = RecordArea.of(resourceType);
        if (area == RecordArea.PATIENT && areas.contains(area)) {
            record.supplied(area);
        } else if (area != null && weakened.contains(area)) {
            record.partial(area);
        }
    }

    /** Says that the areas expected were supplied. */
    void supplied() {
        areas.forEach(record::supplied);
    }

    /** Says that of the areas expected something is missing. */
    void partial() {
        weakened.forEach(record::partial);
    }

    /**
     * Reads the object at hand and returns the reader that holds it; null when it is no resource to be kept.
     *
     * @param listed whether it is listed beside other resources in a Bundle
     */
    @Nullable ResourceReader object(boolean listed) throws IOException {
        ResourceObject object = spare == null ? new ResourceObject(in) : spare;
        spare = null;
        int outer = in.enter();
        ResourceReader reader = null;
        try {
            String field = object.seek();
            String type = object.resourceType();
            if (field == null || (type == null && field.equals("resourceType"))) {
                throw in.setAside(ReadIssue.Kind.NO_RESOURCE_TYPE);
            }
            reader = type == null ? null : ResourceReader.of(type);
            if (reader != null) {
                object.early(reader);
                object.rest(reader);
            } else if (type == null || type.equals("Bundle") || type.equals("Parameters")) {
                bundle(object, field, type, listed ? null : answer);
            } else {
                other(object, type, listed);
            }
        } catch (SetAside problem) {
            in.takeBadDates();
            note(problem, object.resourceType(), reader == null ? null : reader.id());
            reader = null;
        }
        in.exit(outer);
        object.forget();
        spare = object;
        return reader;
    }

    // Only the outer Bundle is a page of the answer.
    private void bundle(ResourceObject object, String field, @Nullable String type, @Nullable QueryAnswer pageOf)
            throws IOException {
        BundleReader bundle = new BundleReader(this, type, pageOf);
        object.early(bundle);
        if (type == null) {
            bundle.element(field, in);
        }
        object.rest(bundle);
        bundle.finish();
    }

    private void other(ResourceObject object, String type, boolean listed) throws IOException {
        if (type.equals("OperationOutcome")) {
            OutcomeReader outcome = new OutcomeReader();
            object.early(outcome);
            object.rest(outcome);
            if (!listed || !outcome.isMereInformation()) {
                note(ReadIssue.Kind.OPERATION_OUTCOME, type, null, type);
            }
        } else if (RecordArea.of(type) != null) {
            // A type of before R4: passing over it in silence would make its area look empty.
            note(ReadIssue.Kind.WRONG_SHAPE, type, null, type);
        } else if (!isTypeName(type)) {
            throw in.setAside(ReadIssue.Kind.WRONG_SHAPE);
        } else if (answer != null) {
            answer.came(type);
        }
    }

    private static boolean isTypeName(String type) {
        return type.length() <= LONGEST_NAME && isOf(type, "") && Character.isUpperCase(type.charAt(0));
    }

    private static boolean isOf(String text, String besidesLettersAndDigits) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!plain && besidesLettersAndDigits.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Hands on the resource that was read. */
    void keep(ResourceReader reader, @Nullable String fullUrl) {
        if (in.hasBadDates()) {
            noteBadDates(reader);
        }
        count();
        if (answer != null) {
            answer.came(reader.resourceType());
        }
        resources.accept(reader.resource(reader.header(fullUrl)));
    }

    private void noteBadDates(ResourceReader reader) {
        for (String element : in.takeBadDates()) {
            note(ReadIssue.Kind.BAD_DATE, reader.resourceType(), reader.id(), reader.resourceType() + "." + element);
        }
    }

    private void note(SetAside problem, @Nullable String type, @Nullable String id) {
        String known = type != null && (WRAPPERS.contains(type) || ResourceReader.of(type) != null) ? type : null;
        String root = known == null ? "resource" : known;
        note(problem.kind(), known, id, problem.element().isEmpty() ? root : root + "." + problem.element());
    }

    /** Notes something that could not be read. */
    void note(ReadIssue.Kind kind, @Nullable String type, @Nullable String id, String element) {
        count();
        record.add(new ReadIssue(kind, type, isId(id) ? id : null, element));
        if (type == null || WRAPPERS.contains(type)) {
            partial();
        }
    }

    // Whatever is longer or has other characters is no FHIR id and might be anything.
    private static boolean isId(@Nullable String id) {
        return id != null && id.length() <= LONGEST_NAME && isOf(id, "-.");
    }

    private void count() {
        if (record.countEntry() > in.limits().maxEntries()) {
            throw in.tokens().unreadable(UnreadableRecordException.Reason.TOO_MANY_ENTRIES);
        }
    }
}
