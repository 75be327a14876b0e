package io.nextline.cdshooks;

import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.Layer;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.evidence.Topic;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import java.util.List;

/** Reports made by hand, so that cards can be tested without evaluating a record. */
public final class SampleReport {

    private static final EvidenceVersion VERSION = new EvidenceVersion("2026.11", Layer.ALL, SamplePatient.TODAY);

    private SampleReport() {}

    /** Returns a report with one card. */
    public static EvidenceReport card(PatientFacts facts, boolean warning, StatementOutcome... outcomes) {
        Topic topic = outcomes[0].statement().topic();
        List<RankedGap> missing =
                List.of(new RankedGap(MissingFact.HISTOLOGY, List.of("the histologic type"), List.of("DS-1")));
        return new EvidenceReport(
                VERSION,
                facts,
                List.of(outcomes),
                missing,
                List.of(new CardPlan(topic, warning, List.of(outcomes))),
                null);
    }

    /** Returns the report that warns of atezolizumab drafted beside cabozantinib. */
    public static EvidenceReport warning() {
        return card(
                new SamplePatient()
                        .drafted(SamplePatient.ATEZOLIZUMAB, "MedicationRequest/draft-1")
                        .facts(),
                true,
                SampleStatement.holds(SampleStatement.ds1()));
    }

    /** Returns a report without a card. */
    public static EvidenceReport noCard(NoCardReason reason) {
        return new EvidenceReport(
                VERSION,
                new SamplePatient().withoutTherapy().facts(),
                List.of(SampleStatement.holds(SampleStatement.ds1())),
                List.of(),
                List.of(),
                reason);
    }
}
