package io.nextline.cdshooks.http;

import io.nextline.cdshooks.operation.audit.AuditSettings;
import io.nextline.cdshooks.operation.audit.AuditTrail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process that serves slow calls and keeps an audit trail, until it is told to end. */
final class SlowService {

    static final int PLACES = 20;
    private static final int MILLIS = 1_500;

    private SlowService() {}

    /** Serves; prints its port, and a dot for each call that has begun. */
    public static void main(String[] arguments) throws Exception {
        AtomicBoolean warm = new AtomicBoolean();
        AuditTrail trail = AuditTrail.open(
                new AuditSettings(Path.of(arguments[0]), "https://cds.example", true, 100, 1 << 20, Clock.systemUTC()));
        NextlineServer server = NextlineServer.start(
                ServerOptions.development(0)
                        .with(ServerLimits.development().withEvaluations(PLACES, 0, Duration.ZERO))
                        .with(new ShutdownTimes(Duration.ofMillis(100), Duration.ofSeconds(10)))
                        .with(trail),
                SampleService.services((record, drafts, asOf, layer) -> {
                    if (warm.get()) {
                        System.out.print('.');
                        System.out.flush();
                        pause();
                    }
                    return SampleService.evaluate(!drafts.resources().isEmpty());
                }));
        warm.set(true);
        server.closeOnSignal();
        System.out.println(server.base().getPort());
        System.out.flush();
        server.join();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
