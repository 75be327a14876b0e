package io.nextline.cdshooks;

import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.evidence.Strength;
import io.nextline.core.evidence.Topic;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import java.util.List;

/** Statements made by hand; their trials are those of the bundled base. */
public final class SampleStatement {

    private static final Criterion ANYONE = facts -> Evaluation.of(true, "anyone", List.of());

    private final String id;
    private final StatementKind kind;
    private final Topic topic;
    private List<String> trials = List.of();
    private List<String> figures = List.of();
    private List<String> harms = List.of();
    private List<String> drugs = List.of();
    private List<String> limits = List.of();
    private String summary = "What the trials found in such patients";
    private String text = "The trials found this.";

    public SampleStatement(String id, StatementKind kind, Topic topic) {
        this.id = id;
        this.kind = kind;
        this.topic = topic;
    }

    /** Returns DS-1 in short. */
    public static Statement ds1() {
        return new SampleStatement("DS-1", StatementKind.DISCOURAGE, Topic.PROPOSAL)
                .trials("CONTACT-03")
                .figures("CONTACT-03/pfs", "CONTACT-03/os")
                .harms("CONTACT-03/serious-adverse-events", "CONTACT-03/fatal-adverse-events")
                .drugs("atezolizumab", "cabozantinib")
                .limits("Median OS was not evaluable with cabozantinib alone.")
                .summary("RCC after ICI: adding atezolizumab to cabozantinib gained no PFS or OS (CONTACT-03, phase 3)")
                .text("Atezolizumab added to cabozantinib neither delayed progression nor lengthened survival.")
                .build();
    }

    public SampleStatement trials(String... ids) {
        trials = List.of(ids);
        return this;
    }

    public SampleStatement figures(String... references) {
        figures = List.of(references);
        return this;
    }

    public SampleStatement harms(String... references) {
        harms = List.of(references);
        return this;
    }

    public SampleStatement drugs(String... names) {
        drugs = List.of(names);
        return this;
    }

    public SampleStatement limits(String... texts) {
        limits = List.of(texts);
        return this;
    }

    public SampleStatement summary(String line) {
        summary = line;
        return this;
    }

    public SampleStatement text(String words) {
        text = words;
        return this;
    }

    public Statement build() {
        return new Statement(
                id,
                true,
                kind,
                Strength.RCT,
                List.of(DiagnosisType.RENAL_CELL_CARCINOMA),
                topic,
                true,
                true,
                true,
                ANYONE,
                null,
                drugs,
                summary,
                text,
                limits,
                trials,
                figures,
                harms,
                "the source, Findings",
                List.of(),
                List.of(),
                null);
    }

    /** Returns the statement as one that holds. */
    public static StatementOutcome holds(Statement statement) {
        List<Evaluation> parts = List.of(
                Evaluation.of(true, "diagnosis: renal cell carcinoma", List.of()),
                Evaluation.of(true, "18 or older", List.of()));
        Evaluation all = new Evaluation(Truth.TRUE, "all of these", List.of(), List.of(), parts);
        return new StatementOutcome(
                statement, Truth.TRUE, all, List.of("diagnosis: renal cell carcinoma"), List.of(), null);
    }

    /** Returns the statement as one that waits for the histology. */
    public static StatementOutcome open(Statement statement) {
        Gap gap = new Gap(MissingFact.HISTOLOGY, "the histologic type of the tumour");
        List<Evaluation> parts = List.of(
                Evaluation.of(true, "diagnosis: renal cell carcinoma", List.of()),
                Evaluation.unknown("histology not known", gap));
        Evaluation all = new Evaluation(Truth.UNKNOWN, "all of these", List.of(), List.of(gap), parts);
        return new StatementOutcome(statement, Truth.UNKNOWN, all, List.of("histology not known"), List.of(), null);
    }
}
