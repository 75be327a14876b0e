package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code context} of a request. */
final class ContextReading {

    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final JsonParser parser;
    private final RecordReader resources;
    private final RecordBuilder record;
    private @Nullable String userId;
    private @Nullable String patientId;
    private @Nullable String encounterId;
    private @Nullable Set<String> selections;
    private @Nullable List<Resource> drafts;
    private final List<ReadIssue> draftIssues = new ArrayList<>(0);

    ContextReading(JsonParser parser, RecordReader resources, RecordBuilder record) {
        this.parser = parser;
        this.resources = resources;
        this.record = record;
    }

    void read() throws IOException {
        RequestFields fields = new RequestFields(parser, "context");
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "userId" -> userId = RequestFields.text(parser, "context.userId");
                case "patientId" -> patientId = RequestFields.text(parser, "context.patientId");
                case "encounterId" -> encounterId = RequestFields.textOrSkip(parser);
                case "selections" -> selections = selections();
                case "draftOrders" -> draftOrders();
                default -> parser.skipChildren();
            }
        }
    }

    // Clients leave selections out, or send none although orders are drafted; both mean all, so that no order is
    // overlooked.
    private @Nullable Set<String> selections() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        Set<String> selected = new LinkedHashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String selection = RequestFields.textOrSkip(parser);
            if (selection != null && !selection.isBlank()) {
                selected.add(selection);
            }
        }
        return selected.isEmpty() ? null : selected;
    }

    private void draftOrders() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            drafts = resources.readResources(parser, draftIssues);
        } else {
            parser.skipChildren();
        }
    }

    /** Returns what was read, as the hook means it. */
    HookContext context(Hook hook) {
        return new HookContext(userId, patient(), encounterId, drafts(hook));
    }

    private String patient() {
        if (patientId == null || patientId.isBlank()) {
            throw new MalformedRequestException("context.patientId is missing or blank; send the patient's FHIR id");
        }
        String reference = ResourceHeader.typeAndId(patientId);
        String id = reference != null && reference.startsWith("Patient/")
                ? reference.substring("Patient/".length())
                : patientId;
        if (!FHIR_ID.matcher(id).matches()) {
            throw new MalformedRequestException(
                    "context.patientId is no FHIR id; send letters, digits, '-' and '.', at most 64");
        }
        return id;
    }

    private DraftOrders drafts(Hook hook) {
        if (!hook.hasDrafts()) {
            return DraftOrders.NONE;
        }
        if (drafts == null) {
            throw new MalformedRequestException(
                    "context.draftOrders is missing; send a Bundle of the drafted orders, empty if there are none");
        }
        draftIssues.forEach(record::add);
        return new DraftOrders(drafts, hook.hasSelections() ? selections : null);
    }
}
