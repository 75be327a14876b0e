package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is exported of feedback, by the names of CDS Hooks where it has one. */
final class ExportFields {

    private ExportFields() {}

    /** Returns the fields in their order; every feedback has the same, null where it has no value. */
    static Map<String, @Nullable String> of(KeptFeedback kept) {
        ReceivedFeedback received = kept.received();
        Feedback feedback = received.feedback();
        Reason reason = feedback.reason();
        CardKind kind = kept.kind();
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("receivedAt", FeedbackRow.time(received.receivedAt()));
        fields.put("outcomeTimestamp", feedback.outcomeTimestamp().toString());
        fields.put("service", received.service());
        fields.put("issuer", received.issuer());
        fields.put("tenant", received.tenant());
        fields.put("card", feedback.card());
        fields.put("statements", kind == null ? null : String.join(" ", kind.statements()));
        fields.put("cardEvidence", kind == null ? null : kind.evidenceVersion() + " " + kind.layer());
        fields.put("serviceEvidence", received.evidenceVersion());
        fields.put("outcome", feedback.outcome().code());
        fields.put("acceptedSuggestions", String.join(" ", feedback.acceptedSuggestions()));
        fields.put("reasonCode", reason == null ? null : reason.code());
        fields.put("reasonSystem", reason == null ? null : reason.system());
        fields.put("reasonDisplay", reason == null ? null : reason.display());
        fields.put("userComment", feedback.userComment());
        return fields;
    }
}
