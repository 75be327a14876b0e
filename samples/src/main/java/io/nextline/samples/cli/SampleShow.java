package io.nextline.samples.cli;

import io.nextline.core.evidence.Layer;
import io.nextline.samples.cli.answer.Answer;
import io.nextline.samples.cli.answer.AnswerView;
import io.nextline.samples.cli.answer.Answers;
import io.nextline.samples.cli.explain.Conclusion;
import io.nextline.samples.cli.input.SampleCase;
import io.nextline.samples.cli.input.SampleQuestions;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;

/** Shows sample patients one after the other, and all of them in a table at the end. Not thread-safe. */
final class SampleShow {

    private final Screen screen;
    private final Answers answers;
    private final AnswerView view;
    private final SampleQuestions questions = new SampleQuestions();
    private final Table overview = new Table("Patient", "Chart opened", "About to sign");

    SampleShow(Screen screen, Answers answers) {
        this.screen = screen;
        this.answers = answers;
        this.view = new AnswerView(screen);
    }

    /** Shows a patient: what was concluded, the cards, and the cards when a discouraged regimen is drafted. */
    void show(SampleCase sample, boolean whole) {
        rule();
        screen.print(Text.of(sample.folder() + "  ", Style.FAINT).plus(sample.title(), Style.HEADING));
        Answer chart = answers.to(questions.chartOpened(sample, Layer.ALL));
        screen.print(Conclusion.of(chart.report().facts()));
        screen.line();
        show(chart, whole);
        Text signed = Text.EMPTY;
        if (!sample.warnings().isEmpty()) {
            SampleCase.Variant variant = sample.warnings().get(0);
            screen.print(Text.of("About to sign: " + variant.name(), Style.BOLD));
            screen.line();
            Answer signing = answers.to(questions.signing(sample, variant, Layer.ALL));
            show(signing, whole);
            signed = AnswerView.inShort(signing);
        }
        overview.row(Text.of(sample.folder()), AnswerView.inShort(chart), signed);
    }

    /** Shows all patients so far in a table. */
    void overview() {
        rule();
        screen.heading("All patients");
        screen.print(overview.lines(screen.width()));
    }

    private void show(Answer answer, boolean whole) {
        if (whole) {
            view.whole(answer);
        } else {
            view.compact(answer);
        }
    }

    private void rule() {
        screen.print(Text.of("=".repeat(screen.width()), Style.FAINT));
    }
}
