package io.nextline.samples.privacy;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.Evaluator;
import io.nextline.cdshooks.config.OperatedService;
import io.nextline.cdshooks.config.ServiceConfiguration;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.core.Nextline;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A process that runs the configured service as {@code nextline serve --config} does, until its standard input ends. The one thing
 * that it adds is a way to fail: an evaluation for a patient of this id throws what it was given.
 */
final class CanaryService {

    static final String FAILING = Canary.PATIENT_ID.value() + "-fails";

    private CanaryService() {}

    /** Serves; prints the base URLs of its two ports. */
    public static void main(String[] arguments) throws Exception {
        ServiceConfiguration configuration = ServiceConfiguration.read(Path.of(arguments[0]));
        Nextline nextline = Nextline.load();
        Evaluator evaluator = (record, drafts, asOf, layer) -> {
            if (FAILING.equals(record.patientId())) {
                throw new IllegalStateException("failed on " + record + drafts);
            }
            return nextline.evaluate(record, drafts, asOf, layer);
        };
        CdsServices services = new CdsServices(evaluator, nextline.evidence(), configuration.services());
        try (NextlineServer server = OperatedService.start(configuration, false, 0, services)) {
            System.out.println(server.base());
            System.out.println(server.admin());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
