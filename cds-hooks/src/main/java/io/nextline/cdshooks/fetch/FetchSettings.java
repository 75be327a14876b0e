package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.security.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What an installation may choose about reading from its clients' FHIR servers. Without endpoints nothing is ever fetched.
 *
 * @param endpoints the FHIR bases that may be read from, by the issuer of the client ({@link Caller#issuer})
 * @param limits how much one call may fetch
 * @param breaker when a failing server is left alone
 * @param nanos tells elapsed nanoseconds; {@code System::nanoTime} but in tests
 * @param tls which certificates are trusted; null for those that the Java platform trusts
 */
public record FetchSettings(
        Map<String, List<FhirEndpoint>> endpoints,
        FetchLimits limits,
        BreakerSettings breaker,
        LongSupplier nanos,
        @Nullable SSLContext tls) {

    /** Copies the endpoints. */
    public FetchSettings {
        Map<String, List<FhirEndpoint>> copy = new HashMap<>();
        for (Map.Entry<String, List<FhirEndpoint>> entry : endpoints.entrySet()) {
            copy.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        endpoints = Map.copyOf(copy);
    }

    /** Returns settings with which nothing is fetched. */
    public static FetchSettings off() {
        return of(Map.of());
    }

    /** Returns settings with the usual limits for these endpoints by issuer. */
    public static FetchSettings of(Map<String, List<FhirEndpoint>> endpoints) {
        return new FetchSettings(endpoints, FetchLimits.usual(), BreakerSettings.usual(), System::nanoTime, null);
    }

    /** Returns these settings with other limits. */
    public FetchSettings with(FetchLimits other) {
        return new FetchSettings(endpoints, other, breaker, nanos, tls);
    }

    /** Returns these settings with another breaker. */
    public FetchSettings with(BreakerSettings other) {
        return new FetchSettings(endpoints, limits, other, nanos, tls);
    }

    /** Returns these settings with other trusted certificates. */
    public FetchSettings with(SSLContext other) {
        return new FetchSettings(endpoints, limits, breaker, nanos, other);
    }

    /** Returns these settings with another source of time. */
    public FetchSettings with(LongSupplier other) {
        return new FetchSettings(endpoints, limits, breaker, other, tls);
    }

    /** Returns whether anything may be fetched at all. */
    public boolean isOn() {
        return !endpoints.isEmpty();
    }

    /** Returns the deadline of a call that starts now. */
    public Deadline start() {
        return Deadline.start(nanos, limits.soft(), limits.hard());
    }

    /** Returns the endpoint that allows a URL for this caller, or null if none does. */
    @Nullable FhirEndpoint endpoint(Caller caller, FhirUrl fhirServer) {
        for (FhirEndpoint endpoint : endpoints.getOrDefault(caller.issuer(), List.of())) {
            if (endpoint.allows(fhirServer)) {
                return endpoint;
            }
        }
        return null;
    }
}
