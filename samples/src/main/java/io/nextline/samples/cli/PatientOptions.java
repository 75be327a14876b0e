package io.nextline.samples.cli;

import io.nextline.cdshooks.request.Hook;
import io.nextline.core.evidence.Layer;
import io.nextline.samples.cli.input.Question;
import io.nextline.samples.cli.input.QuestionReader;
import io.nextline.samples.cli.input.UnreadableInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which patient, which drafts, and what is asked about them. */
final class PatientOptions {

    @Parameters(
            paramLabel = "FILE",
            description = "A patient's FHIR Bundle as JSON, or a CDS Hooks request; - reads standard input.")
    private String file = "";

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            description = {
                "A drafted order, not signed yet: a MedicationRequest, a ServiceRequest or a Bundle of them.",
                "Implies --hook order-sign. May be repeated."
            })
    private List<String> drafts = new ArrayList<>();

    @Option(
            names = "--hook",
            paramLabel = "HOOK",
            converter = HookConverter.class,
            completionCandidates = HookConverter.Names.class,
            description = "patient-view, order-select or order-sign; else as the request says, else patient-view.")
    private @Nullable Hook hook;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The day of evaluation, YYYY-MM-DD; today if not given.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--layer",
            paramLabel = "seed|all",
            converter = LayerConverter.class,
            description = "seed: the source documents alone; all (the default): later publications too.")
    private Layer layer = Layer.ALL;

    /**
     * Reads the files.
     *
     * @throws UsageException if the options do not go together
     * @throws UnreadableInputException if a file cannot be read
     */
    Question read(Console console) {
        if (hook != null && !hook.hasDrafts() && !drafts.isEmpty()) {
            throw new UsageException("--draft needs --hook order-select or order-sign: patient-view carries no orders");
        }
        List<String> files = new ArrayList<>(drafts);
        files.add(file);
        if (files.stream().filter("-"::equals).count() > 1) {
            throw new UsageException("standard input can be read once only: give - for one file");
        }
        LocalDate day = asOf == null ? console.today() : asOf;
        return new QuestionReader(console.in(), console::warn).read(file, drafts, hook, day, layer);
    }
}
