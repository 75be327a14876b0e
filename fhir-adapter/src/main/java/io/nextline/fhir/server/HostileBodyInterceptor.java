package io.nextline.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.fhir.BodyCheck;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses hostile bodies with 400 before HAPI's server parses them: numbers such as {@code 1e1000000000}, which exhaust its memory, deep
 * nesting, huge texts, equal fields, document types. It guards every request with a FHIR body, since the server parses the body of any
 * operation before its provider is asked. Immutable and thread-safe.
 */
@Interceptor
public final class HostileBodyInterceptor {

    private final BodyCheck check;

    /** Makes an interceptor with the limits for requests: 8 MiB, 64 levels, texts of a million characters. */
    public HostileBodyInterceptor() {
        this(ReadLimits.forRequests());
    }

    /**
     * Makes an interceptor.
     *
     * @param limits how much a body may hold
     */
    public HostileBodyInterceptor(ReadLimits limits) {
        this.check = new BodyCheck(limits);
    }

    /**
     * Judges a request; the server calls it.
     *
     * @param request the request, of which the body is kept for the server
     * @throws InvalidRequestException if the body must not be parsed
     */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void judge(ServletRequestDetails request) {
        if (!isFhir(request.getHeader("Content-Type"))) {
            return;
        }
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            return;
        }
        try {
            check.check(body);
        } catch (UnreadableRecordException hostile) {
            throw new InvalidRequestException(hostile.getMessage());
        }
    }

    // Without a type HAPI looks at the body itself.
    private static boolean isFhir(@Nullable String contentType) {
        String type = contentType == null ? "json" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("json") || type.contains("xml");
    }
}
