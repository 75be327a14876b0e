package io.nextline.browser;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.core.Nextline;
import io.nextline.samples.playground.PlaygroundPages;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;

/** The server that {@code serve --dev} starts, on any port that is free. */
final class DevelopmentServer {

    private DevelopmentServer() {}

    static NextlineServer start() throws IOException {
        Nextline nextline = Nextline.load();
        FeedbackStore feedback = FeedbackSettings.inMemory().store();
        return NextlineServer.develop(
                ServerOptions.development(0),
                new CdsServices(nextline, ServiceSettings.of(Clock.system(ZoneOffset.UTC))),
                feedback,
                services -> new PlaygroundPages(nextline, feedback, services));
    }
}
