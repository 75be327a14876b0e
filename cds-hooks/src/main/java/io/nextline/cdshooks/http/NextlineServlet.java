package io.nextline.cdshooks.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The services as a servlet, for any container of Jakarta Servlet 6 and under any mapping, for example {@code /nextline/*} or
 * {@code /cds-services/*}. Who may call it is the container's matter. Thread-safe.
 */
public final class NextlineServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient CdsHooksHandler handler;

    /**
     * Makes a servlet.
     *
     * @param handler answers the requests
     */
    public NextlineServlet(CdsHooksHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest in, HttpServletResponse out) throws IOException {
        HttpRequest request = new HttpRequest(in.getMethod(), path(in), in::getHeader, in.getInputStream());
        HttpResponse response = handler.handle(request);
        out.setStatus(response.status());
        response.headers().forEach(out::setHeader);
        if (response.length() >= 0) {
            out.setContentLengthLong(response.length());
        }
        out.getOutputStream().write(response.body());
    }

    // A mapping may end above or at /cds-services; the handler's paths start there.
    private static String path(HttpServletRequest in) {
        String info = in.getPathInfo();
        if (info == null || !info.startsWith("/cds-services")) {
            String servlet = in.getServletPath();
            return servlet.substring(servlet.lastIndexOf('/')) + (info == null ? "" : info);
        }
        return info;
    }
}
