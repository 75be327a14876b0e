package io.nextline.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.fhir.BodyCheck;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses hostile bodies with 400 before HAPI's server parses them: numbers such as {@code 1e1000000000}, which exhaust its memory, deep
 * nesting, huge texts, equal fields, document types. It guards every request with a FHIR body, since the server parses the body of any
 * operation before its provider is asked. Immutable and thread-safe.
 *
 * <p>What HAPI says of a call of {@code $evidence} that it cannot read would repeat what was sent, in the answer and in the log; so its
 * code alone is told.
 */
@Interceptor
public final class HostileBodyInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(HostileBodyInterceptor.class);
    private static final Pattern CODE = Pattern.compile("HAPI-\\d{4}");
    private static final int BAD_REQUEST = 400;

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

    /**
     * Takes out of a failure of {@code $evidence} what it repeats of the request; the server calls it.
     *
     * @param request the request
     * @param failure why it is not answered
     * @return what is to be said in its place; null to leave it as it is
     */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException withoutValues(ServletRequestDetails request, Throwable failure) {
        if (!EvidenceOperationProvider.OPERATION.equals(request.getOperation())) {
            return null;
        }
        Matcher code = CODE.matcher(String.valueOf(failure.getMessage()));
        boolean ofHapi = code.lookingAt();
        if (failure instanceof BaseServerResponseException known) {
            return ofHapi && known.getStatusCode() == BAD_REQUEST ? unreadable(" (" + code.group() + ")") : null;
        }
        if (failure instanceof DataFormatException) {
            return unreadable(ofHapi ? " (" + code.group() + ")" : "");
        }
        LOG.error("$evidence failed: {}", failure.getClass().getName());
        return new InternalErrorException("the operation failed; the server's log says more");
    }

    private static InvalidRequestException unreadable(String code) {
        return new InvalidRequestException(
                "the request is no call of $evidence that can be read" + code + "; send Parameters of valid FHIR");
    }

    // Without a type HAPI looks at the body itself.
    private static boolean isFhir(@Nullable String contentType) {
        String type = contentType == null ? "json" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("json") || type.contains("xml");
    }
}
