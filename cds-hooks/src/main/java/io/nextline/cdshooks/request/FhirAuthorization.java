package io.nextline.cdshooks.request;

import org.jspecify.annotations.Nullable;

/**
 * What a client sends as {@code fhirAuthorization}. CDS Hooks requires {@code access_token}, {@code token_type} Bearer,
 * {@code expires_in}, {@code scope} and {@code subject}; of these only the first two are needed to read data, so the others may
 * be missing. An authorization that cannot be used is as good as none: the call is then answered from prefetch.
 */
public final class FhirAuthorization {

    private final AccessToken token;
    private final boolean usable;
    private final @Nullable String scope;
    private final @Nullable String patient;

    /**
     * Makes one.
     *
     * @param token the access token
     * @param usable whether it is a bearer token that has not expired
     * @param scope the SMART scopes, separated by spaces; null if not stated
     * @param patient the bare id of the only patient that the token is for; null if not stated
     */
    FhirAuthorization(AccessToken token, boolean usable, @Nullable String scope, @Nullable String patient) {
        this.token = token;
        this.usable = usable;
        this.scope = scope;
        this.patient = patient;
    }

    /** Returns the access token. */
    public AccessToken token() {
        return token;
    }

    /** Returns the SMART scopes, separated by spaces; null if not stated. */
    public @Nullable String scope() {
        return scope;
    }

    /** Returns whether the token may be used to read this patient's data: one for another patient never is. */
    public boolean isUsableFor(String patientId) {
        return usable && (patient == null || patient.equals(patientId));
    }

    @Override
    public String toString() {
        return "FhirAuthorization[hidden]";
    }
}
