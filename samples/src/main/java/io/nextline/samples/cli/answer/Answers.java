package io.nextline.samples.cli.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.samples.cli.input.Question;
import java.io.IOException;

/** Answers questions from the bundled evidence base, with the cards of the service's own renderer. Thread-safe. */
public final class Answers {

    private final Nextline nextline;
    private final CardRenderer renderer;

    /** Answers with this Nextline. */
    public Answers(Nextline nextline) {
        this.nextline = nextline;
        this.renderer = new CardRenderer(nextline.evidence());
    }

    /** Returns the answer to a question. */
    public Answer to(Question question) {
        EvidenceReport report = question.answer(nextline);
        return new Answer(report, question.hookInstance(), renderer.render(report, question.hookInstance()));
    }

    /**
     * Writes an answer as the CDS Hooks response that the service would send.
     *
     * @throws IOException if the generator's target fails
     */
    public void write(Answer answer, JsonGenerator json) throws IOException {
        new ResponseWriter(renderer).write(json, answer.report(), answer.hookInstance());
    }
}
