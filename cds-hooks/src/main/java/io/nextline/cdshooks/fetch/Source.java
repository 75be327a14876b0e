package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.request.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of one call may be read.
 *
 * @param base the FHIR base as the client calls it, found to be allowed; links and references are compared with it
 * @param reached the same base at the address to be called
 * @param token the token of the call
 * @param scopes what the token is for
 * @param breaker of the endpoint that the base is at
 */
record Source(FhirUrl base, FhirUrl reached, AccessToken token, SmartScopes scopes, CircuitBreaker breaker) {

    /** Returns this source with the address to be called. */
    Source at(FhirUrl found) {
        return new Source(base, found, token, scopes, breaker);
    }

    /** Returns where to call for a URL below the base. */
    FhirUrl call(FhirUrl url) {
        return url.at(reached.host());
    }

    /** Returns the URL of a next page, by its base; null if the link leads anywhere else. */
    @Nullable FhirUrl page(String link) {
        FhirUrl page = base.page(link);
        if (page != null) {
            return page;
        }
        // A server on this machine may name itself by the address that it was called at.
        FhirUrl atAddress = reached.page(link);
        return atAddress == null ? null : atAddress.at(base.host());
    }

    @Override
    public String toString() {
        return "Source[hidden]";
    }
}
