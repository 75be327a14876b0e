package io.nextline.samples.cli;

import io.nextline.core.Nextline;
import io.nextline.samples.cli.answer.Answer;
import io.nextline.samples.cli.answer.AnswerView;
import io.nextline.samples.cli.answer.Answers;
import io.nextline.samples.cli.input.Question;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: one patient's cards. */
@Command(
        name = "evaluate",
        header = "The evidence cards for one patient.",
        description = {
            "%nReads one patient's record and prints the cards that a CDS Hooks client would show.",
            "Entries that cannot be read are set aside and named on standard error; the rest counts.%n"
        },
        footer = {
            "%nExamples:",
            "  nextline evaluate patient.json",
            "  nextline evaluate patient.json --draft atezolizumab.json --draft cabozantinib.json",
            "  nextline evaluate - --json < request.json"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PatientOptions patient = new PatientOptions();

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--json", description = "Print the CDS Hooks response, and nothing else.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Question question = patient.read(console);
        Answers answers = new Answers(Nextline.load());
        Answer answer = answers.to(question);
        if (json) {
            Json.print(console.out(), generator -> answers.write(answer, generator));
        } else {
            new AnswerView(display.screen(console)).show(answer);
        }
        return ExitCode.DONE;
    }
}
