package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.Evaluator;
import io.nextline.cdshooks.SampleReport;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.security.Peer;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.NoCardReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Services whose evaluation is made by hand: the warning where orders are drafted, no card otherwise. */
final class SampleService {

    static final String ORIGIN = "https://sandbox.example";

    private SampleService() {}

    static EvidenceReport evaluate(boolean drafts) {
        return drafts ? SampleReport.warning() : SampleReport.noCard(NoCardReason.NOT_PROGRESSED);
    }

    static CdsServices services() {
        return services(
                (record, drafts, asOf, layer) -> evaluate(!drafts.resources().isEmpty()));
    }

    static CdsServices services(Evaluator evaluator) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        return new CdsServices(evaluator, EvidenceBase.bundled(), ServiceSettings.of(clock));
    }

    static HttpResponse get(CdsHooksHandler handler, String path) {
        return send(handler, "GET", path, Map.of(), "");
    }

    static HttpResponse post(CdsHooksHandler handler, String service, String body) {
        return send(handler, "POST", "/cds-services/" + service, Map.of("Content-Type", "application/json"), body);
    }

    static HttpResponse send(
            CdsHooksHandler handler, String method, String path, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Origin", ORIGIN);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            return handler.handle(new HttpRequest(
                    method, path, HttpRequest.Headers.of(all), new ByteArrayInputStream(bytes), Peer.LOCAL));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
