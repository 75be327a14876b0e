package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.InvalidSettingsException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps libraries from writing calls into the log. At their finest levels they show what passes through them: Jetty the bytes that it
 * reads and every header, the JDK's HTTP client the addresses that it asks, PostgreSQL's driver the values that it stores. No setting
 * of ours reaches those lines, so with such a level nothing but a development server is started.
 */
final class WireLog {

    private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);

    // Those that write heads or bodies, and the packages by which levels are usually set.
    private static final List<String> JETTY = List.of(
            "org.eclipse.jetty",
            "org.eclipse.jetty.http",
            "org.eclipse.jetty.http.HttpGenerator",
            "org.eclipse.jetty.http.HttpParser",
            "org.eclipse.jetty.io",
            "org.eclipse.jetty.io.SocketChannelEndPoint",
            "org.eclipse.jetty.io.WriteFlusher",
            "org.eclipse.jetty.io.ssl.SslConnection",
            "org.eclipse.jetty.server",
            "org.eclipse.jetty.server.internal.HttpChannelState",
            "org.eclipse.jetty.server.internal.HttpConnection");

    private static final String HTTP_CLIENT = "jdk.internal.httpclient.debug";
    private static final String HTTP_CLIENT_SWITCH = "jdk.httpclient.HttpClient.log";
    private static final String POSTGRESQL = "org.postgresql";

    private WireLog() {}

    /**
     * Refuses such levels.
     *
     * @throws InvalidSettingsException if calls would be written into the log
     */
    static void refuse() {
        String problem = problem();
        if (problem != null) {
            throw new InvalidSettingsException(List.of(problem));
        }
    }

    /** Warns of such levels, where what is sent is made up. */
    static void warn() {
        String problem = problem();
        if (problem != null) {
            LOG.warn("{}", problem);
        }
    }

    private static @Nullable String problem() {
        String open = open();
        return open == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "the log of %s is open so wide that tokens or patient data would be written into it: set it to INFO or"
                                + " coarser",
                        open);
    }

    private static @Nullable String open() {
        for (String writer : JETTY) {
            if (LoggerFactory.getLogger(writer).isDebugEnabled()) {
                return writer;
            }
        }
        if (System.getProperty(HTTP_CLIENT_SWITCH) != null) {
            return HTTP_CLIENT_SWITCH;
        }
        if (System.getLogger(HTTP_CLIENT).isLoggable(System.Logger.Level.DEBUG)) {
            return HTTP_CLIENT;
        }
        return System.getLogger(POSTGRESQL).isLoggable(System.Logger.Level.TRACE) ? POSTGRESQL : null;
    }
}
