package io.nextline.samples.cli;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Layer;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialWriter;
import io.nextline.samples.cli.evidence.TrialList;
import io.nextline.samples.cli.evidence.TrialPage;
import io.nextline.samples.cli.input.Nearest;
import io.nextline.samples.cli.terminal.Screen;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trials}: the trials of the evidence base. */
@Command(
        name = "trials",
        header = "The trials of the evidence base, or everything on one of them.",
        footer = {
            "%nExamples:",
            "  nextline trials --layer seed",
            "  nextline trials CONTACT-03",
            "  nextline trials --json"
        })
final class TrialsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A trial's name, another name of it, or its NCT number; all trials if not given.")
    private @Nullable String id;

    @Option(
            names = "--layer",
            paramLabel = "seed|all",
            converter = LayerConverter.class,
            description = "seed: the source documents alone; all (the default): later publications too.")
    private Layer layer = Layer.ALL;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--json", description = "Print a JSON array of trials, and nothing else.")
    private boolean json;

    TrialsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Trial> trials = selected();
        if (json) {
            Json.printBytes(console.out(), out -> new TrialWriter().write(trials, out));
            return ExitCode.DONE;
        }
        Screen screen = display.screen(console);
        if (id == null) {
            screen.print(TrialList.lines(trials, screen.width()));
            screen.line();
            screen.print(trials.size() + " trials. 'nextline trials ID' shows one of them with all its figures.");
        } else {
            trials.forEach(trial -> TrialPage.print(screen, trial));
        }
        return ExitCode.DONE;
    }

    private List<Trial> selected() {
        List<Trial> all = EvidenceBase.bundled().trials().stream()
                .filter(trial -> layer == Layer.ALL || trial.layer() == Trial.Layer.SEED)
                .toList();
        if (id == null) {
            return all;
        }
        String wanted = id.toLowerCase(Locale.ROOT);
        List<Trial> named = all.stream().filter(trial -> isNamed(trial, wanted)).toList();
        if (named.isEmpty()) {
            List<String> ids = all.stream().map(Trial::id).toList();
            throw new UsageException(
                    "there is no trial '" + id + "'." + Nearest.hint(wanted, ids) + " 'nextline trials' lists them.");
        }
        return named;
    }

    private static boolean isNamed(Trial trial, String wanted) {
        return trial.id().toLowerCase(Locale.ROOT).equals(wanted)
                || trial.shortName().toLowerCase(Locale.ROOT).equals(wanted)
                || trial.aliases().stream()
                        .anyMatch(alias -> alias.toLowerCase(Locale.ROOT).equals(wanted))
                || (trial.nct() != null && trial.nct().toLowerCase(Locale.ROOT).equals(wanted));
    }
}
