package io.nextline.samples.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.request.Hook;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the files behind a question: FHIR or a CDS Hooks request, told apart by their top-level fields, and drafts. */
public final class QuestionReader {

    private static final String REMEDY = "Give a patient's FHIR Bundle, or a CDS Hooks request, as JSON";

    private final InputStream standardInput;
    private final Consumer<String> warnings;
    private final RecordReader reader = new RecordReader(ReadLimits.forFiles());
    private final DraftFiles draftFiles = new DraftFiles();

    /**
     * Makes a reader.
     *
     * @param standardInput what {@code -} means
     * @param warnings takes a line for each entry that was set aside
     */
    public QuestionReader(InputStream standardInput, Consumer<String> warnings) {
        this.standardInput = standardInput;
        this.warnings = warnings;
    }

    /**
     * Reads the files.
     *
     * @param file a FHIR resource, a Bundle, or a CDS Hooks request
     * @param drafts files of drafted orders
     * @param hook the hook to answer, or null to follow the files
     * @throws UnreadableInputException if a file cannot be read
     */
    public Question read(String file, List<String> drafts, @Nullable Hook hook, LocalDate asOf, Layer layer) {
        InputFile input = InputFile.of(file, standardInput);
        List<Resource> more = new ArrayList<>();
        drafts.forEach(draft -> more.addAll(draftFiles.read(InputFile.of(draft, standardInput))));
        try {
            HookCall call = input.read(this::isHookRequest) ? HookCall.request(input) : HookCall.of(bundle(input));
            Issues.warn(warnings, input, call.record().issues());
            HookCall asked = call.with(more).as(hook);
            return new Question(input.name(), asked, asOf, layer);
        } catch (UnreadableRecordException unreadable) {
            throw new UnreadableInputException(input.name(), unreadable.getMessage() + ".");
        }
    }

    /**
     * Reads a CDS Hooks request that was received, without a warning for what was set aside.
     *
     * @throws UnreadableInputException if it cannot be read
     */
    public static Question received(byte[] request, LocalDate asOf, Layer layer) {
        InputFile input = InputFile.received("the request", request);
        try {
            return new Question(input.name(), HookCall.request(input), asOf, layer);
        } catch (UnreadableRecordException unreadable) {
            throw new UnreadableInputException(input.name(), unreadable.getMessage() + ".");
        }
    }

    private PatientRecord bundle(InputFile input) {
        PatientRecord record = input.read(reader::read);
        boolean empty = record.patient() == null
                && record.conditions().isEmpty()
                && record.medicationUses().isEmpty()
                && record.observations().isEmpty()
                && record.procedures().isEmpty()
                && record.diagnosticReports().isEmpty();
        if (empty) {
            // Nothing read must not be answered with "no cancer".
            String problem = "holds no Patient, Condition, medication, Observation or Procedure that can be read";
            throw new UnreadableInputException(input.name(), problem, REMEDY);
        }
        return record;
    }

    /** A CDS Hooks request has no resourceType; what has neither that nor a request's fields is no input at all. */
    private boolean isHookRequest(InputStream in) throws IOException {
        try (JsonParser parser = reader.open(in)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (field.equals("resourceType")) {
                    return false;
                }
                if (field.equals("hook") || field.equals("prefetch")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
    }
}
