package io.nextline.fhir;

import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * One reading of bytes through HAPI: adds resources to the record as they come and notes what could not be read. Not
 * thread-safe.
 */
final class Reading {

    private static final Set<String> WRAPPERS = Set.of("Bundle", "Parameters", "OperationOutcome");

    // Whatever is longer or has other characters is no FHIR id and might be anything.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final RecordBuilder record;
    private final ReadLimits limits;
    private final Set<RecordArea> areas;
    private final WrittenEntries written;

    /**
     * Makes a reading.
     *
     * @param record takes the resources, the issues and the coverage
     * @param limits how much it takes
     * @param areas what the input is expected to cover: these become complete when all was read, partial when not
     * @param written takes what HAPI parsed on its way to core
     */
    Reading(RecordBuilder record, ReadLimits limits, Set<RecordArea> areas, WrittenEntries written) {
        this.record = record;
        this.limits = limits;
        this.areas = areas;
        this.written = written;
    }

    ReadLimits limits() {
        return limits;
    }

    /** Adds a resource that HAPI parsed, under the id and the version with which it came. */
    void keep(IBaseResource parsed, JsonResource origin, @Nullable String fullUrl) {
        try {
            written.entry(parsed, origin, fullUrl);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads what was added into the record. */
    void finish() throws IOException {
        written.readInto(record);
    }

    /** Says what one resource that stands alone covers: a Patient is all there is, another says nothing about the rest. */
    void coveredBy(String resourceType) {
        RecordArea area = RecordArea.of(resourceType);
        if (area == RecordArea.PATIENT && areas.contains(area)) {
            record.supplied(area);
        } else if (area != null && areas.contains(area)) {
            record.partial(area);
        }
    }

    /** Says that the areas expected were supplied. */
    void supplied() {
        areas.forEach(record::supplied);
    }

    /** Notes a problem inside a resource; a type that Nextline does not know is not repeated. */
    void note(SetAside problem, @Nullable String type, @Nullable String id) {
        String known = type != null && (WRAPPERS.contains(type) || ReadNames.isRead(type)) ? type : null;
        String root = known == null ? "resource" : known;
        note(problem.kind(), known, id, problem.within(root).element());
    }

    /** Notes something that could not be read. */
    void note(ReadIssue.Kind kind, @Nullable String type, @Nullable String id, String element) {
        count();
        boolean known = id != null && ID.matcher(id).matches();
        record.add(new ReadIssue(kind, type, known ? id : null, element));
        if (type == null || WRAPPERS.contains(type)) {
            areas.forEach(record::partial);
        }
    }

    private void count() {
        if (record.countEntry() > limits.maxEntries()) {
            throw new UnreadableRecordException(UnreadableRecordException.Reason.TOO_MANY_ENTRIES);
        }
    }
}
