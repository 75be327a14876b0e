package io.nextline.fhir.server;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ServiceRequest;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.fhir.HapiRecordReader;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $evidence} beside the patient.
 *
 * @param asOf the day of evaluation
 * @param layer which publications to speak from
 * @param output the form of the answer
 * @param drafts the drafted orders, all of them selected
 */
record Question(LocalDate asOf, Layer layer, Output output, DraftOrders drafts) {

    /** The forms of an answer. */
    enum Output {
        PARAMETERS,
        BUNDLE,
        CARDS
    }

    /**
     * Reads the parameters.
     *
     * @throws InvalidRequestException if one of them is none of what it may be
     * @throws UnprocessableEntityException if a draft cannot be read, or is no order
     */
    static Question of(
            @Nullable IPrimitiveType<?> asOf,
            @Nullable IPrimitiveType<?> layer,
            @Nullable IPrimitiveType<?> output,
            @Nullable List<IBaseResource> drafts,
            HapiRecordReader reader,
            Clock clock) {
        return new Question(day(text(asOf), clock), layer(text(layer)), output(text(output)), drafts(drafts, reader));
    }

    private static @Nullable String text(@Nullable IPrimitiveType<?> parameter) {
        return parameter == null ? null : parameter.getValueAsString();
    }

    private static LocalDate day(@Nullable String text, Clock clock) {
        try {
            return text == null ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new InvalidRequestException("asOf needs to be a day, as in 2026-11-21");
        }
    }

    private static Layer layer(@Nullable String text) {
        if (text == null || text.equals("all")) {
            return Layer.ALL;
        }
        if (text.equals("seed")) {
            return Layer.SEED;
        }
        throw new InvalidRequestException("layer needs to be seed or all");
    }

    private static Output output(@Nullable String text) {
        for (Output each : Output.values()) {
            if (text == null || each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw new InvalidRequestException("output needs to be parameters, bundle or cards");
    }

    private static DraftOrders drafts(@Nullable List<IBaseResource> drafts, HapiRecordReader reader) {
        if (drafts == null || drafts.isEmpty()) {
            return DraftOrders.NONE;
        }
        List<ReadIssue> issues = new ArrayList<>();
        List<Resource> read;
        try {
            read = reader.readResources(drafts, issues);
        } catch (UnreadableRecordException unreadable) {
            throw new UnprocessableEntityException("draftOrder: " + unreadable.getMessage());
        }
        boolean orders = read.stream().anyMatch(Question::isOrder);
        boolean onlyOrders = read.stream().allMatch(each -> isOrder(each) || each instanceof Medication);
        if (!issues.isEmpty() || !orders || !onlyOrders) {
            throw new UnprocessableEntityException(
                    "draftOrder needs to be a MedicationRequest, a ServiceRequest or a group of them that can be"
                            + " read, or a Bundle of them with the Medications they name");
        }
        return new DraftOrders(read, null);
    }

    private static boolean isOrder(Resource resource) {
        return resource instanceof MedicationRequest || resource instanceof ServiceRequest || resource instanceof Plan;
    }
}
