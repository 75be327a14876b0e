package io.nextline.fhir.server;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import io.nextline.cdshooks.fetch.Deadline;
import io.nextline.cdshooks.fetch.FetchLimits;
import io.nextline.cdshooks.fetch.FetchProblem;
import io.nextline.cdshooks.fetch.LocalReader;
import io.nextline.cdshooks.fetch.LocalSource;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all that the evidence asks of one patient from a FHIR server, to the last page. Immutable and thread-safe. */
final class PatientQueries {

    private static final int PAGE_SIZE = 200;

    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            1,
            16,
            100,
            PAGE_SIZE,
            64L * 1024 * 1024,
            1_000);

    /** One search, by patient. */
    private record Search(String type, RecordArea area, boolean required, boolean answersForArea) {}

    private static final List<Search> SEARCHES = List.of(
            new Search("Condition", RecordArea.CONDITIONS, true, true),
            new Search("MedicationRequest", RecordArea.MEDICATIONS, true, true),
            new Search("MedicationAdministration", RecordArea.MEDICATIONS, false, false),
            new Search("MedicationDispense", RecordArea.MEDICATIONS, false, false),
            new Search("MedicationStatement", RecordArea.MEDICATIONS, false, false),
            new Search("Observation", RecordArea.OBSERVATIONS, false, true),
            new Search("DiagnosticReport", RecordArea.OBSERVATIONS, false, false),
            new Search("Procedure", RecordArea.PROCEDURES, false, true));

    private final RecordReader resources = new RecordReader(ReadLimits.forRequests());

    /**
     * Returns the patient's record.
     *
     * @param source the server, as its caller may read it
     * @param id the patient's logical id
     * @param drafts the drafted orders
     * @param base the server's base URL, as absolute references have it
     * @throws BaseServerResponseException if the patient, the conditions or the orders cannot be read
     */
    PatientRecord read(LocalSource source, String id, List<Resource> drafts, String base) {
        if (!LocalReader.isId(id)) {
            throw new ResourceNotFoundException("the id in the URL is no FHIR id");
        }
        RecordBuilder record = new RecordBuilder();
        Deadline deadline = Deadline.start(System::nanoTime, LIMITS.soft(), LIMITS.hard());
        LocalReader reader = new LocalReader(source, null, LIMITS, deadline, resources, record);
        require("Patient", reader.read("Patient/" + id, new QueryAnswer(RecordArea.PATIENT, true)));
        for (Search search : SEARCHES) {
            QueryAnswer answer = new QueryAnswer(search.area(), search.answersForArea());
            LocalReader.Ending ending = reader.read(url(search.type(), id), answer);
            if (search.required()) {
                require(search.type(), ending);
            }
        }
        // How a patient left a hospital may tell that he died; a server that has no Encounters says nothing of it.
        reader.readAside(url("Encounter", id), RecordArea.PATIENT);
        reader.readMedications(id, drafts, base);
        return record.build(id);
    }

    private static String url(String type, String id) {
        return type + "?patient=" + id + "&_count=" + PAGE_SIZE;
    }

    private static void require(String type, LocalReader.Ending ending) {
        if (!ending.isUsable()) {
            throw refusal(type, ending.problem());
        }
    }

    private static BaseServerResponseException refusal(String type, @Nullable FetchProblem problem) {
        if (problem == FetchProblem.REFUSED) {
            return new ForbiddenOperationException("the caller may not read the patient's " + type
                    + " resources, without which nothing can be said; ask for the right to");
        }
        if (problem == FetchProblem.NOT_THERE) {
            return type.equals("Patient")
                    ? new ResourceNotFoundException("there is no such patient")
                    : new UnprocessableEntityException("this server has no " + type + " resources");
        }
        return new InternalErrorException(
                "the patient's " + type + " resources could not be read; the server's log says why");
    }
}
