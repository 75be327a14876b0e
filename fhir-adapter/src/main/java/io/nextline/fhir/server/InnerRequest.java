package io.nextline.fhir.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A GET of JSON from the FHIR server, on behalf of a request that it, or a servlet beside it, is just answering. */
final class InnerRequest extends HttpServletRequestWrapper {

    /** What asks for another form or another state of the answer, or belongs to a body. */
    private static final Set<String> LEFT_OUT = Set.of(
            "accept",
            "accept-encoding",
            "content-length",
            "content-type",
            "if-modified-since",
            "if-none-match",
            "prefer",
            "transfer-encoding");

    private final Target target;
    private final boolean asCaller;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();

    private InnerRequest(HttpServletRequest outer, Target target, boolean asCaller) {
        super(outer);
        this.target = target;
        this.asCaller = asCaller;
        headers.put("Accept", List.of("application/fhir+json"));
    }

    /** Returns a request with everything by which the outer one showed who calls. */
    static InnerRequest asCaller(HttpServletRequest outer, Target target) {
        InnerRequest request = new InnerRequest(outer, target, true);
        for (String name : Collections.list(outer.getHeaderNames())) {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                request.headers.put(name, Collections.list(outer.getHeaders(name)));
            }
        }
        return request;
    }

    /** Returns a request that shows a token, or nothing, in the place of whoever calls. */
    static InnerRequest with(@Nullable String authorization, HttpServletRequest outer, Target target) {
        InnerRequest request = new InnerRequest(outer, target, false);
        if (authorization != null) {
            request.headers.put("Authorization", List.of(authorization));
        }
        return request;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getServletPath() {
        return target.servletPath();
    }

    @Override
    public String getPathInfo() {
        return "/" + target.path();
    }

    @Override
    public @Nullable String getPathTranslated() {
        return null;
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + target.servletPath() + "/" + target.path();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer outer = super.getRequestURL();
        int authority = outer.indexOf("//") + 2;
        int path = outer.indexOf("/", authority);
        outer.setLength(path < 0 ? outer.length() : path);
        return outer.append(getRequestURI());
    }

    @Override
    public String getQueryString() {
        return target.query();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return target.parameters();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public @Nullable String getHeader(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.getOrDefault(name, List.of()));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Object own = attributes.get(name);
        return own == null && asCaller ? super.getAttribute(name) : own;
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return asCaller ? super.getUserPrincipal() : null;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return asCaller ? super.getRemoteUser() : null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return asCaller && super.isUserInRole(role);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return asCaller ? super.getCookies() : null;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new StringReader(""));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new NoBody();
    }

    private static final class NoBody extends ServletInputStream {

        private final InputStream none = InputStream.nullInputStream();

        @Override
        public int read() throws IOException {
            return none.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return none.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("there is no body to listen for");
        }
    }
}
