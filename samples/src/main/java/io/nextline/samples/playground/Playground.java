package io.nextline.samples.playground;

import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.HttpRequest;
import io.nextline.cdshooks.http.HttpResponse;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers the playground's requests. Immutable and thread-safe. */
final class Playground {

    private static final String PREFIX = "/playground/";
    private static final String PATIENT = PREFIX + "patients/";

    private final Map<String, Source> lists;
    private final PatientFiles patients = new PatientFiles();
    private final CardMarkdown markdown = new CardMarkdown();
    private final AsOfPages asOf;

    /** Makes the body of an answer. */
    private interface Source {
        byte[] bytes() throws IOException;
    }

    Playground(Nextline nextline, FeedbackStore feedback, CdsHooksHandler services) {
        this.lists = Map.of(
                PREFIX + "patients", patients::list,
                PREFIX + "drugs",
                        () -> DrugList.of(nextline.evidence().vocabulary().drugs()),
                PREFIX + "feedback", () -> FeedbackView.of(feedback));
        this.asOf = new AsOfPages(nextline, services);
    }

    HttpResponse answer(HttpRequest request) throws IOException {
        if (!LoopbackGuard.admits(request)) {
            return Replies.problem(403, "the playground answers its own page on this machine only");
        }
        AsOfPath day = AsOfPath.parse(request.path());
        if (day != null) {
            return asOf.answer(day, request);
        }
        HttpResponse found = request.method().equals("GET") ? page(request.path()) : posted(request);
        return Objects.requireNonNullElseGet(found, () -> Replies.problem(404, "there is nothing here"));
    }

    private @Nullable HttpResponse page(String path) throws IOException {
        Source list = lists.get(path);
        if (list != null) {
            return Replies.json(list.bytes());
        }
        if (path.startsWith(PATIENT)) {
            byte[] patient = patients.one(path.substring(PATIENT.length()));
            return patient == null ? null : Replies.json(patient);
        }
        return Assets.find(path);
    }

    private @Nullable HttpResponse posted(HttpRequest request) throws IOException {
        return request.path().equals(PREFIX + "markdown") ? markdown.answer(request.body()) : null;
    }
}
