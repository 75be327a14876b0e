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

/** Sends the services synthetic calls before real ones, so that everything on the way is loaded, and known to answer. */
final class WarmUp {

    private final CdsServices services;
    private final CdsHooksHandler handler;

    /**
     * Makes one that goes past the gate: its calls are the service's own and reach nobody.
     *
     * @param services answer the calls
     */
    WarmUp(CdsServices services) {
        this.services = services;
        this.handler = new CdsHooksHandler(services, Cors.none(), call -> new Admission.Admitted(Caller.DEVELOPMENT));
    }

    /**
     * Asks for the services, and calls the one that needs no draft.
     *
     * @throws IllegalStateException if it does not answer its call: it would not answer a client's either
     */
    void first() {
        handle("GET", "/cds-services", new byte[0]);
        call(CdsService.PATIENT_VIEW);
    }

    /**
     * Calls the services that judge drafts, and words what no call has asked for yet.
     *
     * @throws IllegalStateException if one does not answer its call
     */
    void rest() {
        call(CdsService.ORDER_SELECT);
        call(CdsService.ORDER_SIGN);
        services.prepare();
    }

    private void call(CdsService service) {
        handle("POST", "/cds-services/" + service.id(), body(service));
    }

    private void handle(String method, String path, byte[] body) {
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
