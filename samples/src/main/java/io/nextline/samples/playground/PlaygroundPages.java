package io.nextline.samples.playground;

import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.DevelopmentPages;
import io.nextline.cdshooks.http.HttpRequest;
import io.nextline.cdshooks.http.HttpResponse;
import io.nextline.core.Nextline;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The playground's paths; what answers them is made at the first request. Thread-safe. */
public final class PlaygroundPages implements DevelopmentPages {

    private final Nextline nextline;
    private final FeedbackStore feedback;
    private final CdsHooksHandler services;
    private volatile @Nullable Playground playground;

    /**
     * Makes the pages.
     *
     * @param nextline evaluates the records
     * @param feedback what the server keeps feedback in
     * @param services the server's endpoints
     */
    public PlaygroundPages(Nextline nextline, FeedbackStore feedback, CdsHooksHandler services) {
        this.nextline = nextline;
        this.feedback = feedback;
        this.services = services;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/") || path.startsWith(NAME + "/");
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        return playground().answer(request);
    }

    private Playground playground() {
        Playground made = playground;
        if (made == null) {
            made = new Playground(nextline, feedback, services);
            playground = made;
        }
        return made;
    }
}
