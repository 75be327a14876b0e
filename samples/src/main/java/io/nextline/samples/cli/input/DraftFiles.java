package io.nextline.samples.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ServiceRequest;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads files of drafted orders: a MedicationRequest, a ServiceRequest, or a Bundle of them with the Medications they name. */
final class DraftFiles {

    private static final String REMEDY =
            "Give a MedicationRequest, a ServiceRequest, a RequestGroup or CarePlan that contains them, or a Bundle of these";

    private final RecordReader reader = new RecordReader(ReadLimits.forRequests());

    /**
     * Reads one file.
     *
     * @throws UnreadableInputException if it is no JSON, or holds anything else than orders
     */
    List<Resource> read(InputFile file) {
        List<ReadIssue> issues = new ArrayList<>();
        List<Resource> drafts;
        try {
            drafts = file.read(in -> resources(in, file, issues));
        } catch (UnreadableRecordException unreadable) {
            throw new UnreadableInputException(file.name(), unreadable.getMessage() + ".");
        }
        if (!issues.isEmpty()) {
            throw new UnreadableInputException(
                    file.name(), "holds a draft that cannot be read: " + Issues.words(issues.get(0)), REMEDY);
        }
        check(file, drafts);
        return drafts;
    }

    private List<Resource> resources(InputStream in, InputFile file, List<ReadIssue> issues) throws IOException {
        try (JsonParser parser = reader.open(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableInputException(file.name(), "is no FHIR resource", REMEDY);
            }
            return reader.readResources(parser, issues);
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
    }

    private static boolean isOrder(Resource draft) {
        return draft instanceof MedicationRequest
                || draft instanceof ServiceRequest
                || (draft instanceof Plan plan && plan.contained().stream().anyMatch(DraftFiles::isOrder));
    }

    private static void check(InputFile file, List<Resource> drafts) {
        boolean orders = false;
        for (Resource draft : drafts) {
            boolean order = isOrder(draft);
            if (!order && !(draft instanceof Medication) && !(draft instanceof Plan)) {
                String type = draft.header().resourceType();
                throw new UnreadableInputException(file.name(), "holds a " + type + ", which is no order", REMEDY);
            }
            orders |= order;
        }
        if (!orders) {
            throw new UnreadableInputException(file.name(), "holds no order", REMEDY);
        }
    }
}
