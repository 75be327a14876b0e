package io.nextline.core.criterion;

import static io.nextline.core.criterion.TestFacts.facts;
import static io.nextline.core.criterion.TestFacts.stable;
import static io.nextline.core.criterion.TestFacts.stated;
import static io.nextline.core.criterion.Truth.FALSE;
import static io.nextline.core.criterion.Truth.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proposals are closed-world: without a selected draft the answer is no (ruling 9.3). */
@Tag("HZ-24")
final class ProposalCriteriaTest {

    private static final Criterion PAIR = new ProposesRegimen(List.of("atezolizumab", "cabozantinib"));
    private static final Criterion ALONE = new ProposesAlone("everolimus");

    @Test
    void aSelectedDraftProposes() {
        Criterion ici = new Proposes(List.of("PD-1", "PD-L1"));
        assertThat(facts().drafted("atezolizumab").ask(ici))
                .isEqualTo(Evaluation.of(true, "drafted: PD-1 or PD-L1", List.of()));
        assertThat(facts().draft(false, "atezolizumab").ask(ici))
                .isEqualTo(Evaluation.of(false, "not drafted: PD-1 or PD-L1", List.of()));
        assertThat(facts().drafted("ipilimumab").truth(ici)).isEqualTo(FALSE);
        assertThat(facts().nowOn("nivolumab").truth(ici)).isEqualTo(FALSE);
        assertThat(facts().truth(ici)).isEqualTo(FALSE);
    }

    @Test
    void aRegimenMayBeCompletedByWhatIsNotSelected() {
        assertThat(facts().drafted("atezolizumab", "cabozantinib").ask(PAIR))
                .isEqualTo(Evaluation.of(true, "drafted regimen: atezolizumab + cabozantinib", List.of()));
        assertThat(facts().drafted("atezolizumab").nowOn("cabozantinib").truth(PAIR))
                .isEqualTo(TRUE);
        assertThat(facts().drafted("cabozantinib").draft(false, "atezolizumab").truth(PAIR))
                .isEqualTo(TRUE);
    }

    @Test
    void aRegimenIsNeverTriggeredByWhatIsNotSelected() {
        assertThat(facts().draft(false, "atezolizumab").nowOn("cabozantinib").ask(PAIR))
                .isEqualTo(Evaluation.of(false, "regimen not drafted: atezolizumab + cabozantinib", List.of()));
        assertThat(facts().nowOn("atezolizumab", "cabozantinib").truth(PAIR)).isEqualTo(FALSE);
        assertThat(facts().drafted("everolimus")
                        .nowOn("atezolizumab", "cabozantinib")
                        .truth(PAIR))
                .isEqualTo(FALSE);
        assertThat(facts().drafted("atezolizumab").truth(PAIR)).isEqualTo(FALSE);
        assertThat(facts().truth(PAIR)).isEqualTo(FALSE);
    }

    @Test
    void aloneMeansNothingElseDrafted() {
        assertThat(facts().drafted("everolimus").ask(ALONE))
                .isEqualTo(Evaluation.of(true, "drafted alone: everolimus", List.of()));
        assertThat(facts().drafted("everolimus").draft(false, "axitinib").ask(ALONE))
                .isEqualTo(Evaluation.of(false, "not drafted alone: everolimus", List.of()));
        assertThat(facts().draft(false, "everolimus").truth(ALONE)).isEqualTo(FALSE);
        assertThat(facts().drafted("axitinib").truth(ALONE)).isEqualTo(FALSE);
        assertThat(facts().truth(ALONE)).isEqualTo(FALSE);
    }

    @Test
    void aloneMeansNothingElseGivenThatHasNotFailed() {
        assertThat(facts().line(stable(), "axitinib")
                        .nowOn("axitinib")
                        .drafted("everolimus")
                        .truth(ALONE))
                .isEqualTo(FALSE);
        assertThat(facts().line(stated(), "axitinib")
                        .nowOn("axitinib")
                        .drafted("everolimus")
                        .truth(ALONE))
                .isEqualTo(TRUE);
        assertThat(facts().nowOn("axitinib").drafted("everolimus").truth(ALONE)).isEqualTo(FALSE);
        assertThat(facts().line(stable(), "everolimus")
                        .nowOn("everolimus")
                        .drafted("everolimus")
                        .truth(ALONE))
                .isEqualTo(TRUE);
    }

    @Test
    void aProcedureIsProposedByItsSelectedOrder() {
        Criterion metastasectomy = new ProposesProcedure("metastasectomy");
        assertThat(facts().draftProcedure(true, "metastasectomy").ask(metastasectomy))
                .isEqualTo(Evaluation.of(true, "drafted: metastasectomy", List.of()));
        assertThat(facts().draftProcedure(false, "metastasectomy").ask(metastasectomy))
                .isEqualTo(Evaluation.of(false, "not drafted: metastasectomy", List.of()));
        assertThat(facts().draftProcedure(true, "nephrectomy").truth(metastasectomy))
                .isEqualTo(FALSE);
        assertThat(facts().drafted("everolimus").truth(metastasectomy)).isEqualTo(FALSE);
    }
}
