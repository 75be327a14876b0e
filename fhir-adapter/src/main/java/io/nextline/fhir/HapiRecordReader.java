package io.nextline.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import com.fasterxml.jackson.core.JsonParser;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a patient's record from HAPI FHIR R4 resources, or from FHIR R4 JSON through HAPI's parser: the same record that core's
 * {@link RecordReader} makes of the same JSON. Immutable and thread-safe; the resources given are left as they are.
 *
 * <p><b>From objects</b> ({@link #read(Bundle)}, {@link #read(Collection)}, {@link #readInto}): dates keep the precision in which
 * they were written and codes their text, also one that HAPI does not know. What the objects no longer show cannot be read from
 * them. Where HAPI's parser made them from JSON, its record differs from core's in this:
 *
 * <ul>
 *   <li>an entry that HAPI has no object for, for example one with a contained resource of a type that R4 does not know, cost the
 *       whole Bundle;
 *   <li>a resource without an id has that of its entry's {@code fullUrl}, which HAPI puts there;
 *   <li>of two equal fields HAPI kept the last, and of several values where R4 has one, or of two kinds of one {@code [x]}, one;
 *   <li>a number or a boolean in the place of a text became one, and an object there was passed over;
 *   <li>a text of white space alone is none, and elements that R4 does not define are not there.
 * </ul>
 *
 * Nor can objects be made safely from bytes that nobody has checked: HAPI writes out every digit of a number such as
 * {@code 1e1000000000}. Bytes belong into the other door.
 *
 * <p><b>From JSON</b> ({@link #read(byte[])}, {@link #read(InputStream)}): entry by entry, and what is hostile is refused before
 * HAPI sees it. Narratives and all that is not read are left out, the {@link ReadLimits} hold, and each element is held to its
 * shape. An entry that HAPI cannot take is set aside as a {@link io.nextline.core.fhir.ReadIssue} and the next one read. The
 * record differs from core's in this:
 *
 * <ul>
 *   <li>a text of white space alone is none, and so is a contained resource that holds nothing;
 *   <li>elements that R4 does not define are not read, and elements in another version's shape set their entry aside where R4
 *       has another shape;
 *   <li>an entry with several values where R4 has one, or with two kinds of one {@code [x]}, is set aside;
 *   <li>a field that stands twice sets its entry aside also where the first holds nothing;
 *   <li>a malformed extension of a kind that is not read sets its entry aside;
 *   <li>an issue names the id of its resource also where that stands after the fault; of two faults another may be named; and
 *       issues of one resource, or of the Bundle itself, may come in another order.
 * </ul>
 *
 * <p>Of XML only objects are read: what HAPI's parser made of XML from a trusted source.
 */
public final class HapiRecordReader {

    private static final Set<RecordArea> EVERYTHING = Set.copyOf(EnumSet.allOf(RecordArea.class));

    private final FhirContext context;
    private final ReadLimits limits;
    private final RecordReader core;
    private final Shapes shapes;

    /**
     * Makes a reader.
     *
     * @param context HAPI's definitions of R4; one is enough for the whole application and costly to make
     * @param limits how much the reader takes; of objects only the number of entries and the size of numbers are limited
     * @throws IllegalArgumentException if the context is for another version of FHIR
     */
    public HapiRecordReader(FhirContext context, ReadLimits limits) {
        if (context.getVersion().getVersion() != FhirVersionEnum.R4) {
            throw new IllegalArgumentException("the FHIR context needs to be one for R4");
        }
        this.context = context;
        this.limits = limits;
        this.core = new RecordReader(limits);
        this.shapes = new Shapes(context);
    }

    /**
     * Reads a record from a Bundle of any type. A Bundle without further pages counts as the whole record.
     *
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if there are more entries than the limit
     */
    public PatientRecord read(Bundle bundle) {
        return read(List.of(bundle));
    }

    /**
     * Reads a record from resources, Bundles and Parameters in the order given. A Bundle counts as the whole record; single
     * resources do not, for nothing says that there are no more. Use {@link #readInto} where the caller knows.
     *
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if there are more entries than the limit
     */
    public PatientRecord read(Collection<? extends Resource> resources) {
        RecordBuilder record = new RecordBuilder();
        ObjectReading reading = new ObjectReading(new Reading(record, limits, EVERYTHING));
        resources.forEach(reading::value);
        return record.build(null);
    }

    /**
     * Reads what a server answered to one query.
     *
     * @param answer a resource, a Bundle, Parameters or an OperationOutcome
     * @param into takes the resources, the issues and the coverage
     * @param expected the area that was asked for, which is complete when all of the answer was read and partial when not; null
     *     for an answer that nobody asked for, which completes nothing
     * @throws UnreadableRecordException if there are more entries than the limit
     */
    public void readInto(Resource answer, RecordBuilder into, @Nullable RecordArea expected) {
        Set<RecordArea> areas = expected == null ? Set.of() : Set.of(expected);
        new ObjectReading(new Reading(into, limits, areas)).value(answer);
    }

    /**
     * Reads a record from a Bundle of any type, Parameters, a single resource, or several of these one after the other as in
     * NDJSON. A Bundle that was read to its end counts as the whole record; a page of one, or a single resource, does not.
     *
     * @param json UTF-8, with or without a byte order mark
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if it is no FHIR JSON, is cut off, or goes over a limit
     */
    public PatientRecord read(byte[] json) {
        try (JsonParser parser = core.open(json)) {
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a record as {@link #read(byte[])} does. The stream is not closed.
     *
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if it is no FHIR JSON, is cut off, or goes over a limit
     */
    public PatientRecord read(InputStream json) throws IOException {
        try (JsonParser parser = core.open(json)) {
            return read(parser);
        }
    }

    private PatientRecord read(JsonParser parser) throws IOException {
        RecordBuilder record = new RecordBuilder();
        Reading reading = new Reading(record, limits, EVERYTHING);
        try {
            new JsonReading(parser, reading, new HapiJson(context, shapes)).all();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
        return record.build(null);
    }
}
