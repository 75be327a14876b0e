package io.nextline.cdshooks.request;

import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.core.fhir.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A CDS Hooks request as read. The record is still open, so that data from another source can be added before it is built.
 *
 * @param hook the hook that fired
 * @param hookInstance the client's id of this call; any text that is not blank
 * @param fhirServer the base URL of the client's FHIR server as sent, or null; nothing here trusts it
 * @param authorization lets the service read from {@code fhirServer} during this call, or null
 * @param context the hook's context
 * @param prefetch in which state each prefetch key came
 * @param record what was read under all prefetch keys, those not asked for included
 */
public record CdsRequest(
        Hook hook,
        String hookInstance,
        @Nullable String fhirServer,
        @Nullable FhirAuthorization authorization,
        HookContext context,
        Prefetch prefetch,
        RecordBuilder record) {

    /** Blanks the access token; to be done when the call ends, however it ends. */
    public void forgetToken() {
        if (authorization != null) {
            authorization.token().forget();
        }
    }
}
