package io.nextline.cdshooks.request;

import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.ResourceHeader;
import org.jspecify.annotations.Nullable;

/**
 * The context of a hook.
 *
 * @param userId who looks at the screen, as {@code Type/id}, or null where the client leaves it out
 * @param patientId the bare logical id of the patient
 * @param encounterId the bare logical id of the encounter, or null
 * @param drafts the drafted orders, with the selection; none for a hook without drafts
 */
public record HookContext(
        @Nullable String userId, String patientId, @Nullable String encounterId, DraftOrders drafts) {

    /** Returns whether the reader is the patient or a relative: evidence cards are made for clinicians. */
    public boolean isReadByPatientOrRelative() {
        if (userId == null) {
            return false;
        }
        String reference = ResourceHeader.typeAndId(userId);
        return reference != null && (reference.startsWith("Patient/") || reference.startsWith("RelatedPerson/"));
    }
}
