package io.nextline.cdshooks.config;

import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.http.TlsSettings;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.security.StoreFile;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the service listens, with what certificate, and for which web pages. */
final class ListenSection implements Section<ListenSection.Listening> {

    private static final Key<String> HOST =
            new Key<>("server.host", Kinds.text(), "127.0.0.1", "address or name to listen on");
    private static final Key<Integer> PORT =
            new Key<>("server.port", Kinds.count(0, 65_535), "8080", "port; 0 for any that is free");
    private static final Key<List<URI>> ORIGINS = new Key<>(
            "cors.origins",
            Kinds.list(Kinds.url()),
            "",
            "web pages that may read the answers, for example https://sandbox.cds-hooks.org");
    private static final Key<Boolean> PROXY = new Key<>(
            "tls.terminated-by-proxy",
            Kinds.flag(),
            "false",
            "true where a proxy speaks TLS in front of the service; plain HTTP is then allowed on any address");
    private static final Key<Path> KEYS =
            new Key<>("tls.key-store", Kinds.path(), null, "PKCS12 file with the service's key and certificate");
    private static final Key<Secret> KEYS_PASSWORD =
            new Key<>("tls.key-store.password", Kinds.secret(), null, "its password");
    private static final Key<Path> TRUST = new Key<>(
            "tls.client-trust-store",
            Kinds.path(),
            null,
            "PKCS12 file with the authorities of client certificates: mutual TLS");
    private static final Key<Secret> TRUST_PASSWORD =
            new Key<>("tls.client-trust-store.password", Kinds.secret(), null, "its password");

    /**
     * What was read.
     *
     * @param host where to listen
     * @param port the port
     * @param proxied whether a proxy speaks TLS
     * @param tls the certificate, null for none
     * @param cors the web pages
     */
    record Listening(
            String host,
            int port,
            boolean proxied,
            @Nullable TlsSettings tls,
            Cors cors) {}

    @Override
    public String title() {
        return "Listening";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(HOST, PORT, ORIGINS, PROXY, KEYS, KEYS_PASSWORD, TRUST, TRUST_PASSWORD);
    }

    @Override
    public Listening read(Values values) {
        String host = values.get(HOST);
        boolean proxied = values.get(PROXY);
        TlsSettings tls = tls(values);
        if (tls == null && !proxied && !isLoopback(host)) {
            values.problem(
                    HOST,
                    "plain HTTP beyond this machine would show patient data to the network; give " + KEYS.name()
                            + ", or set " + PROXY.name() + "=true where a proxy speaks TLS in front");
        }
        return new Listening(host, values.get(PORT), proxied, tls, cors(values));
    }

    private static Cors cors(Values values) {
        Set<String> origins = new LinkedHashSet<>();
        for (URI origin : values.get(ORIGINS)) {
            boolean plain = origin.getRawPath() == null || origin.getRawPath().isEmpty();
            if (!plain || origin.getRawQuery() != null || origin.getRawUserInfo() != null) {
                values.problem(ORIGINS, "an origin is scheme, host and port alone, without a slash at its end");
            }
            origins.add(origin.toString());
        }
        return origins.isEmpty() ? Cors.none() : Cors.origins(origins);
    }

    private static @Nullable TlsSettings tls(Values values) {
        Path keys = values.find(KEYS);
        Path trust = values.find(TRUST);
        StoreFile clients = trust == null ? null : new StoreFile(values.resolve(trust), values.secret(TRUST_PASSWORD));
        if (keys == null) {
            if (clients != null) {
                values.problem(
                        TRUST, "client certificates need TLS at the service itself: give " + KEYS.name() + ", too");
            }
            return null;
        }
        return new TlsSettings(new StoreFile(values.resolve(keys), values.secret(KEYS_PASSWORD)), clients);
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
