package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.PageVisit;
import io.nextline.cdshooks.operation.PageVisit.Outcome;
import io.nextline.cdshooks.operation.RequestId;
import io.nextline.cdshooks.page.EvidencePages;
import io.nextline.cdshooks.page.Page;
import io.nextline.cdshooks.page.PageAnswer;
import io.nextline.cdshooks.page.PageRoute;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the evidence pages at {@code /evidence}: to anybody, since they hold nothing about a patient. Pages are made when the first
 * one is asked for, so that starting does not wait for them. Thread-safe.
 */
final class PageDesk {
    private static final String ROOT = "/evidence";
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String DAY = "max-age=86400";
    private static final String ASK_AGAIN = "no-cache";

    private final CdsServices services;
    private final CallWatch watch;
    private final String policy;
    private volatile @Nullable EvidencePages pages;

    PageDesk(CdsServices services, CallWatch watch) {
        this.services = services;
        this.watch = watch;
        this.policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
                        + String.join(" ", services.settings().pages().frameAncestors());
    }

    /** Returns whether a path is one of pages. */
    boolean serves(String path) {
        return services.settings().pages().on() && (path.equals(ROOT) || path.startsWith(ROOT + "/"));
    }

    HttpResponse answer(HttpRequest request) {
        long start = System.nanoTime();
        Served served = served(request);
        watch.visited(new PageVisit(
                served.route(), served.outcome(), served.response().status(), System.nanoTime() - start));
        return served.response();
    }

    /** An answer, and what it is to those who run the service. */
    private record Served(PageRoute route, Outcome outcome, HttpResponse response) {}

    private Served served(HttpRequest request) {
        try {
            return switch (request.method()) {
                case "GET" -> page(request);
                case "HEAD" -> {
                    Served got = page(request);
                    yield new Served(got.route(), got.outcome(), got.response().withoutBody());
                }
                case "OPTIONS" -> refused(HttpResponse.empty(204).with("Allow", METHODS));
                default ->
                    refused(Outcomes.of(405, "not-supported", "this path answers " + METHODS)
                            .with("Allow", METHODS));
            };
        } catch (RuntimeException failure) {
            return refused(Failures.of(failure, RequestId.next()));
        }
    }

    private static Served refused(HttpResponse response) {
        return new Served(PageRoute.MISSING, Outcome.REFUSED, response);
    }

    private Served page(HttpRequest request) {
        String asked = decoded(request.path().substring(ROOT.length()));
        PageAnswer answer = pages().answer(asked, wantsJson(request));
        if (answer instanceof PageAnswer.Moved moved) {
            HttpResponse response = HttpResponse.of(301, "text/plain", new byte[0])
                    .with("Location", moved.location())
                    .with("Cache-Control", ASK_AGAIN);
            return new Served(PageRoute.ENTRY, Outcome.MOVED, response);
        }
        Page page = ((PageAnswer.Found) answer).page();
        String etag = '"' + page.tag() + '"';
        boolean current =
                page.status() == 200 && EntityTags.match(request.headers().first("If-None-Match"), etag);
        HttpResponse response =
                current ? HttpResponse.empty(304) : HttpResponse.of(page.status(), page.type(), page.bytes());
        Outcome outcome = page.status() == 404 ? Outcome.MISSING : current ? Outcome.CURRENT : Outcome.SENT;
        return new Served(page.route(), outcome, safe(response.with("ETag", etag), page));
    }

    // An id may hold what a URL cannot, a space for instance; a plus is a plus there. What is no escape stays as it is,
    // and
    // finds nothing.
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return path;
        }
    }

    private HttpResponse safe(HttpResponse response, Page page) {
        return response.with("Cache-Control", page.lasting() ? DAY : ASK_AGAIN)
                .with("Vary", "Accept")
                .with("Content-Security-Policy", policy)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    }

    private EvidencePages pages() {
        EvidencePages made = pages;
        if (made == null) {
            made = new EvidencePages(services.evidence());
            pages = made;
        }
        return made;
    }

    private static boolean wantsJson(HttpRequest request) {
        List<String> accepted = request.headers().all("Accept");
        return accepted.stream().anyMatch(type -> type.contains("application/json"))
                && accepted.stream().noneMatch(type -> type.contains("text/html"));
    }
}
