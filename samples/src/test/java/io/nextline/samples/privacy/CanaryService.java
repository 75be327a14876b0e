package io.nextline.samples.privacy;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.Evaluator;
import io.nextline.cdshooks.config.OperatedService;
import io.nextline.cdshooks.config.ServiceConfiguration;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.core.Nextline;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process that runs the configured service as {@code nextline serve --config} does, until its standard input ends. It adds two
 * things only: an evaluation for a patient of one id throws what it was given, and one for a patient of another waits.
 */
final class CanaryService {

    static final String FAILING = Canary.PATIENT_ID.value() + "-fails";
    static final String WAITING = Canary.PATIENT_ID.value() + "-waits";

    /** As long as this file is in the service's folder, the evaluation waits. */
    static final String HOLD = "hold";

    private static final int TRIES = 2_000;

    private CanaryService() {}

    /** Serves; prints the base URLs of its two ports. */
    public static void main(String[] arguments) throws Exception {
        ServiceConfiguration configuration = ServiceConfiguration.read(Path.of(arguments[0]));
        Nextline nextline = Nextline.load();
        Evaluator evaluator = evaluator(nextline, Path.of(arguments[0]).resolveSibling(HOLD));
        CdsServices services = new CdsServices(evaluator, nextline.evidence(), configuration.services());
        try (NextlineServer server = OperatedService.start(configuration, false, 0, services)) {
            System.out.println(server.base());
            System.out.println(server.admin());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Returns an evaluation that can be made to fail, and to wait. */
    static Evaluator evaluator(Nextline nextline, Path hold) {
        return (record, drafts, asOf, layer) -> {
            if (FAILING.equals(record.patientId())) {
                throw new IllegalStateException("failed on " + record + drafts);
            }
            if (WAITING.equals(record.patientId())) {
                await(hold);
            }
            return nextline.evaluate(record, drafts, asOf, layer);
        };
    }

    private static void await(Path hold) {
        try {
            for (int i = 0; i < TRIES && Files.exists(hold); i++) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
