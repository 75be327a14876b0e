package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Peer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/**
 * The services as a servlet, for any container of Jakarta Servlet 6 and under any mapping, for example {@code /nextline/*}, {@code /*}, or
 * {@code /cds-services/*} and {@code /evidence/*}. The handler's gate decides who may call; a {@code ContainerGate} leaves that to the container. Thread-safe.
 */
public final class NextlineServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

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
    public void init() throws ServletException {
        try {
            handler.prepare();
        } catch (InvalidSettingsException invalid) {
            throw new ServletException(invalid.getMessage(), invalid);
        }
    }

    @Override
    protected void service(HttpServletRequest in, HttpServletResponse out) throws IOException {
        HttpRequest request = new HttpRequest(
                in.getMethod(), path(in), name -> Collections.list(in.getHeaders(name)), in.getInputStream(), peer(in));
        HttpResponse response = handler.handle(request);
        out.setStatus(response.status());
        response.headers().forEach(out::setHeader);
        if (response.length() >= 0) {
            out.setContentLengthLong(response.length());
        }
        out.getOutputStream().write(response.body());
    }

    private static Peer peer(HttpServletRequest in) {
        Principal principal = in.getUserPrincipal();
        List<X509Certificate> certificates =
                in.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
        return new Peer(
                Peer.isLoopback(in.getRemoteAddr()), certificates, principal == null ? null : principal.getName());
    }

    // A mapping may end above or at /cds-services or /evidence, or be the whole application; the handler's paths start
    // there.
    private static String path(HttpServletRequest in) {
        String info = in.getPathInfo();
        if (info != null && isOurs(info)) {
            return info;
        }
        String servlet = in.getServletPath();
        String from = servlet.isEmpty() || isOurs(servlet) ? servlet : servlet.substring(servlet.lastIndexOf('/'));
        return from + (info == null ? "" : info);
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/cds-services") || path.startsWith("/evidence");
    }
}
