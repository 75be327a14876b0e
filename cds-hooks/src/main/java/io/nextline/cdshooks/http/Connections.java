package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.StoreFile;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.JwtGate;
import io.nextline.cdshooks.security.jwt.TrustedIssuer;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What a connection speaks: HTTP/1.1, over TLS where the options say so. */
final class Connections {

    static final int INPUT_BYTES = 32 * 1024;

    private Connections() {}

    /**
     * Returns the layers of a connection, the outermost first.
     *
     * @throws InvalidSettingsException if TLS cannot be set up as the options say
     */
    static ConnectionFactory[] of(ServerOptions options) {
        TlsSettings tls = options.tls();
        if (tls == null) {
            return new ConnectionFactory[] {http(new HttpConfiguration(), options.limits())};
        }
        checkBinding(options, tls);
        HttpConfiguration http = new HttpConfiguration();
        // Nothing here depends on the name that a client calls, so it is not compared with the certificate's.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ConnectionFactory[] {new SslConnectionFactory(context(tls), "http/1.1"), http(http, options.limits())
        };
    }

    private static HttpConnectionFactory http(HttpConfiguration http, ServerLimits limits) {
        // Without an idle time of its own: it would undo the shorter one that connections get while every one is taken.
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(limits.connections().headerBytes());
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(INPUT_BYTES);
        return factory;
    }

    private static SslContextFactory.Server context(TlsSettings tls) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(withEntry(tls.keys(), true));
        context.setKeyStorePassword(new String(tls.keys().password().reveal()));
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setRenegotiationAllowed(false);
        StoreFile trust = tls.clientTrust();
        if (trust != null) {
            context.setTrustStore(withEntry(trust, false));
            context.setNeedClientAuth(true);
        }
        return context;
    }

    private static KeyStore withEntry(StoreFile file, boolean key) {
        KeyStore store = file.open();
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (key ? store.isKeyEntry(alias) : store.isCertificateEntry(alias)) {
                    return store;
                }
            }
        } catch (KeyStoreException unloaded) {
            throw new IllegalStateException("the store was loaded before", unloaded);
        }
        throw new InvalidSettingsException(List.of(file.path()
                + (key
                        ? " holds no private key with its certificate"
                        : " holds no trusted certificate: import the" + " certification authority of the clients")));
    }

    // A certificate alone names no issuer, and a token alone no certificate: mutual TLS needs to know what belongs
    // together.
    private static void checkBinding(ServerOptions options, TlsSettings tls) {
        if (tls.isMutual() && options.gate() instanceof JwtGate gate) {
            AuthenticationSettings settings = gate.settings();
            List<String> problems = new ArrayList<>();
            for (int i = 0; i < settings.issuers().size(); i++) {
                TrustedIssuer issuer = settings.issuers().get(i);
                if (issuer.certificates().isEmpty()) {
                    problems.add("issuers[" + i + "]: name its TLS client certificate, since clients must show one");
                }
            }
            if (!problems.isEmpty()) {
                throw new InvalidSettingsException(problems);
            }
        }
    }
}
