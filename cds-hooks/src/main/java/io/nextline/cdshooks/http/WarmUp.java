package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.Peer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each service a synthetic call before the first real one, so that everything on the way is loaded. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private WarmUp() {}

    /**
     * Runs the calls, past the gate: they are the service's own and reach nobody.
     *
     * @param services answer the calls
     * @throws IllegalStateException if a service does not answer its call: it would not answer a client's either
     */
    static void run(CdsServices services) {
        CdsHooksHandler handler =
                new CdsHooksHandler(services, Cors.none(), call -> new Admission.Admitted(Caller.DEVELOPMENT));
        handle(handler, "GET", "/cds-services", new byte[0]);
        for (CdsService service : CdsService.values()) {
            handle(handler, "POST", "/cds-services/" + service.id(), body(service));
        }
        LOG.debug("warmed up");
    }

    private static void handle(CdsHooksHandler handler, String method, String path, byte[] body) {
        HttpRequest.Headers headers = HttpRequest.Headers.of(Map.of("Content-Type", "application/json"));
        try {
            HttpResponse response =
                    handler.handle(new HttpRequest(method, path, headers, new ByteArrayInputStream(body), Peer.LOCAL));
            if (response.status() != 200) {
                throw new IllegalStateException(path + " answers its warm-up call with " + response.status());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory does not fail", impossible);
        }
    }

    private static byte[] body(CdsService service) {
        String file = "warm-up-" + service.hook().id() + ".json";
        try (InputStream in = WarmUp.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read from the jar", failure);
        }
    }
}
