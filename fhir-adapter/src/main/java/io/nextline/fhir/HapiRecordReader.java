package io.nextline.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import com.fasterxml.jackson.core.JsonParser;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a patient's record from HAPI FHIR resources of R4, R4B or R5, or from FHIR JSON and XML of these versions: the same record
 * that core's {@link RecordReader} makes of the same JSON. What HAPI's objects hold is handed to core as JSON, so there is one
 * reading of FHIR for all versions. Immutable and thread-safe; the resources given are left as they are.
 *
 * <p><b>From objects</b> ({@link #read(IBaseBundle)}, {@link #read(Collection)}, {@link #readInto}): dates keep the precision in
 * which they were written and codes their text, also one that HAPI does not know. What the objects no longer show cannot be read
 * from them. Where HAPI's parser made them, its record differs from core's in this:
 *
 * <ul>
 *   <li>an entry that HAPI has no object for, for example one with a contained resource of an unknown type, cost the whole Bundle;
 *   <li>a resource without an id has that of its entry's {@code fullUrl}, which HAPI puts there;
 *   <li>of two equal fields HAPI kept the last, and of several values where the version has one, or of two kinds of one
 *       {@code [x]}, one;
 *   <li>a number or a boolean in the place of a text became one, and an object there was passed over;
 *   <li>a text of white space alone is none, and elements that the version does not define are not there.
 * </ul>
 *
 * Nor can objects be made safely from bytes that nobody has checked: HAPI writes out every digit of a number such as
 * {@code 1e1000000000}. Bytes belong into the other doors.
 *
 * <p><b>From JSON</b> ({@link #read(byte[])}, {@link #read(InputStream)}): entry by entry, and what is hostile is refused before
 * HAPI sees it. Narratives and all that is not read are left out, the {@link ReadLimits} hold, and each element is held to its
 * shape. An entry that HAPI cannot take is set aside as a {@link io.nextline.core.fhir.ReadIssue} and the next one read. The
 * record differs from core's in this:
 *
 * <ul>
 *   <li>a text of white space alone is none, and so is a contained resource that holds nothing;
 *   <li>elements that the reader's version does not define are not read, and elements or types of another version set their entry
 *       aside where the reader's has another shape for them, or none;
 *   <li>an entry with several values where the version has one, or with two kinds of one {@code [x]}, is set aside;
 *   <li>a field that stands twice sets its entry aside also where the first holds nothing;
 *   <li>a malformed extension of a kind that is not read sets its entry aside;
 *   <li>an issue names the id of its resource also where that stands after the fault; of two faults another may be named; and
 *       issues may come in another order.
 * </ul>
 *
 * <p><b>From XML</b> (the same methods): HAPI's parser is not asked at all, only its definitions. A document with a document type or
 * an entity is refused. The record is that of the same resources in JSON, but that elements of one name which do not stand
 * together set their entry aside, as does what the reader's version does not have; elements that it does not define are not read.
 */
public final class HapiRecordReader {

    private static final Set<FhirVersionEnum> VERSIONS =
            Set.of(FhirVersionEnum.R4, FhirVersionEnum.R4B, FhirVersionEnum.R5);

    private static final Set<RecordArea> EVERYTHING = Set.copyOf(EnumSet.allOf(RecordArea.class));

    private final ReadLimits limits;
    private final RecordReader core;
    private final RecordReader readBack;
    private final Structures structures;
    private final Shapes shapes;
    private final XmlDocuments xml;

    /**
     * Makes a reader.
     *
     * @param context HAPI's definitions of R4, R4B or R5; one is enough for the whole application and costly to make
     * @param limits how much the reader takes; of objects only texts, depth, the number of entries and the size of numbers are
     *     limited
     * @throws IllegalArgumentException if the context is for another version of FHIR
     */
    public HapiRecordReader(FhirContext context, ReadLimits limits) {
        if (!VERSIONS.contains(context.getVersion().getVersion())) {
            throw new IllegalArgumentException("the FHIR context needs to be one for R4, R4B or R5");
        }
        this.limits = limits;
        this.core = new RecordReader(limits);
        this.readBack = new RecordReader(WrittenJson.readBack(limits));
        this.structures = new Structures(context);
        this.shapes = new Shapes(context);
        this.xml = new XmlDocuments(structures, limits);
    }

    /**
     * Reads a record from a Bundle of any type. A Bundle without further pages counts as the whole record.
     *
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if it goes over a limit
     * @throws IllegalArgumentException if the Bundle is of another version of FHIR than the reader
     */
    public PatientRecord read(IBaseBundle bundle) {
        return read(List.of(bundle));
    }

    /**
     * Reads a record from resources, Bundles and Parameters in the order given. A Bundle counts as the whole record; single
     * resources do not, for nothing says that there are no more. Use {@link #readInto} where the caller knows.
     *
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if they go over a limit
     * @throws IllegalArgumentException if a resource is of another version of FHIR than the reader
     */
    public PatientRecord read(Collection<? extends IBaseResource> resources) {
        return resources.isEmpty() ? new RecordBuilder().build(null) : readBack.read(written(resources));
    }

    /**
     * Reads what a server answered to one query.
     *
     * @param answer a resource, a Bundle, Parameters or an OperationOutcome
     * @param into takes the resources, the issues and the coverage
     * @param expected the area that was asked for, which is complete when all of the answer was read and partial when not; null
     *     for an answer that nobody asked for, which completes nothing
     * @throws UnreadableRecordException if it goes over a limit
     * @throws IllegalArgumentException if the answer is of another version of FHIR than the reader
     */
    public void readInto(IBaseResource answer, RecordBuilder into, @Nullable RecordArea expected) {
        try (JsonParser parser = readBack.open(written(List.of(answer)))) {
            parser.nextToken();
            readBack.readInto(parser, into, expected);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads resources from objects, for example drafted orders.
     *
     * @param resources resources, Bundles or Parameters
     * @param issues takes what could not be read
     * @return the resources in the order given
     * @throws UnreadableRecordException if they go over a limit
     * @throws IllegalArgumentException if a resource is of another version of FHIR than the reader
     */
    public List<Resource> readResources(Collection<? extends IBaseResource> resources, List<ReadIssue> issues) {
        List<Resource> read = new ArrayList<>();
        try (JsonParser parser = readBack.open(written(resources))) {
            while (parser.nextToken() != null) {
                read.addAll(readBack.readResources(parser, issues));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return read;
    }

    private byte[] written(Collection<? extends IBaseResource> resources) {
        try {
            WrittenJson json = new WrittenJson(structures, limits);
            for (IBaseResource each : resources) {
                structures.requireVersion(each);
                json.writer().resource(each);
            }
            return json.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a record from a Bundle of any type, Parameters, a single resource, or, in JSON, several of these one after the other as
     * in NDJSON. A Bundle that was read to its end counts as the whole record; a page of one, or a single resource, does not.
     *
     * @param document JSON as UTF-8, with or without a byte order mark, or XML
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if it is no FHIR, is cut off, or goes over a limit
     */
    public PatientRecord read(byte[] document) {
        if (XmlDocuments.isXml(document)) {
            return core.read(xml.asJson(document));
        }
        try (JsonParser parser = core.open(document)) {
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a record as {@link #read(byte[])} does. The stream is not closed; XML is taken into memory first.
     *
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if it is no FHIR, is cut off, or goes over a limit
     */
    public PatientRecord read(InputStream document) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(document, XmlDocuments.START);
        byte[] start = stream.readNBytes(XmlDocuments.START);
        stream.unread(start);
        if (XmlDocuments.isXml(start)) {
            return core.read(xml.asJson(stream.readNBytes(xml.most())));
        }
        try (JsonParser parser = core.open(stream)) {
            return read(parser);
        }
    }

    private PatientRecord read(JsonParser parser) throws IOException {
        RecordBuilder record = new RecordBuilder();
        WrittenEntries written = new WrittenEntries(new WrittenJson(structures, limits), readBack);
        Reading reading = new Reading(record, limits, EVERYTHING, written);
        try {
            new JsonReading(parser, reading, new HapiJson(structures.context(), shapes)).all();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
        reading.finish();
        return record.build(null);
    }
}
