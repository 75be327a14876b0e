package io.nextline.cdshooks.card;

import static io.nextline.cdshooks.SampleReport.card;
import static io.nextline.cdshooks.SampleStatement.holds;
import static io.nextline.cdshooks.SampleStatement.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SamplePatient;
import io.nextline.cdshooks.SampleReport;
import io.nextline.cdshooks.SampleStatement;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.Topic;
import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Proposal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CardRendererTest {

    private static final CardRenderer RENDERER = new CardRenderer(EvidenceBase.bundled());

    private static Card render(EvidenceReport report) {
        List<Card> cards = RENDERER.render(report, "call-1");
        assertThat(cards).hasSize(1);
        return cards.get(0);
    }

    private static String detailOf(SampleStatement statement) {
        return render(card(new SamplePatient().facts(), false, holds(statement.build())))
                .detail();
    }

    private static SampleStatement option(String trial) {
        return new SampleStatement("DS-17", StatementKind.OPTION, Topic.SYSTEMIC).trials(trial);
    }

    @Test
    void wordsThatWerePreparedAreTheSame() {
        CardRenderer prepared = new CardRenderer(EvidenceBase.bundled());
        prepared.prepare();

        assertThat(prepared.render(SampleReport.warning(), "call-1"))
                .isEqualTo(RENDERER.render(SampleReport.warning(), "call-1"));
    }

    @Test
    @Tag("HZ-25")
    void primaryEndpointOpensTheTableAndOthersSayWhatTheyAre() {
        String detail = detailOf(option("CONTACT-01").figures("CONTACT-01/pfs", "CONTACT-01/os"));

        assertThat(detail).contains("| Overall survival (primary endpoint) |");
        assertThat(detail).contains("| Progression-free survival (not the primary endpoint) |");
        assertThat(detail.indexOf("| Overall survival")).isLessThan(detail.indexOf("| Progression-free survival"));
        assertThat(detail).contains("- Overall survival: The primary endpoint was not met.");
    }

    @Test
    @Tag("HZ-25")
    void primaryEndpointIsShownEvenWhereAStatementRefersToASecondaryOneOnly() {
        assertThat(detailOf(option("CONTACT-01").figures("CONTACT-01/pfs")))
                .contains("| Overall survival (primary endpoint) |");
    }

    @Test
    @Tag("HZ-26")
    void bothArmsRatioAndIntervalStandTogetherAndAMedianThatIsNotEvaluableSaysSo() {
        String detail = render(SampleReport.warning()).detail();

        assertThat(detail)
                .contains("| median 10.6 months (95% CI 9.8-12.3); events 171/263 (65%)"
                        + " | median 10.8 months (95% CI 10.0-12.5); events 166/259 (64%)"
                        + " | HR 1.03 (95% CI 0.83-1.28), p = 0.78 |")
                .contains("| median 25.7 months (95% CI 21.5-not evaluable); events 89/263 (34%)"
                        + " | median not evaluable (95% CI 21.1-not evaluable); events 87/259 (34%) |");
    }

    @Test
    @Tag("HZ-26")
    void harmsAreCountsAndTheirDifferenceIsMarkedAsDerived() {
        assertThat(render(SampleReport.warning()).detail())
                .contains("Serious adverse events (CONTACT-03): Atezolizumab + cabozantinib 126/262 (48%);"
                        + " Cabozantinib 84/256 (33%); difference: 15 per 100 patients (derived)");
    }

    @Test
    void intervalKeepsItsOwnLevel() {
        assertThat(detailOf(option("CheckMate-025").figures("CheckMate-025/os", "CheckMate-025/pfs")))
                .contains("HR 0.73 (98.5% CI 0.57-0.93), p = 0.002")
                .contains("HR 0.88 (95% CI 0.75-1.03)")
                .doesNotContain("95% CI 0.57");
    }

    @Test
    @Tag("HZ-27")
    void plotNamesBothDirections() {
        assertThat(render(SampleReport.warning()).detail())
                .contains("CONTACT-03 PFS                   [-------|o---------]       HR 1.03 (95% CI 0.83-1.28)")
                .contains("<- favours Atezolizumab + cabozantinib | favours Cabozantinib ->");
    }

    @Test
    void plotTellsComparisonsOfOneTrialApart() {
        String trial = "lenvatinib+everolimus phase 2";
        String detail = detailOf(option(trial).figures(trial + "/pfs-vs-everolimus", trial + "/pfs-vs-lenvatinib"));

        assertThat(detail).contains("PFS v Everolimus").contains("PFS v Lenvatinib");
    }

    @Test
    @Tag("HZ-07")
    void disputedFiguresAreNeverShown() {
        assertThat(detailOf(option("TIVO-3").figures("TIVO-3/pfs", "TIVO-3/orr")))
                .contains("HR 0.73 (95% CI 0.56-0.94)")
                .doesNotContain("12.3");
        assertThat(detailOf(option("WJOG10317L (2025 report)").figures("WJOG10317L (2025 report)/os")))
                .doesNotContain("1.508");
    }

    @Test
    void singleArmSaysThatNothingWasCompared() {
        assertThat(detailOf(option("KEYNOTE-146").figures("KEYNOTE-146/orr-week-24")))
                .contains("no comparison arm")
                .contains("none: single arm");
    }

    @Test
    void opensWithTheFactsAndTheirDates() {
        assertThat(render(SampleReport.warning()).detail())
                .startsWith("**Why you see this:** draft order: atezolizumab; active now: cabozantinib;"
                        + " renal cell carcinoma (clear cell, diagnosed 2024-11); stage now: metastatic;"
                        + " metastases: brain (2025-06-30), lung.\n"
                        + "1 line of systemic therapy counted from 2 entries of the record; please check it:\n")
                .contains("- line 1 (setting: advanced): ipilimumab + nivolumab, 2025-01 to 2025-07, end: progression;"
                        + " progression: stated 2025-07-02");
    }

    @Test
    @Tag("HZ-20")
    void activePregnancyStandsFirst() {
        Card card = render(card(new SamplePatient().pregnant().facts(), false, holds(SampleStatement.ds1())));

        assertThat(card.detail())
                .startsWith("**An active pregnancy is recorded.** Trials of these drugs exclude pregnant patients");
    }

    @Test
    @Tag("HZ-20")
    void breastfeedingStandsFirst() {
        Card card = render(card(new SamplePatient().breastfeeding().facts(), false, holds(SampleStatement.ds1())));

        assertThat(card.detail())
                .startsWith("**Breastfeeding is recorded.** Trials of these drugs exclude breastfeeding patients");
    }

    @Test
    @Tag("HZ-18")
    void unknownDriversStandFirst() {
        Biomarkers biomarkers = new Biomarkers(List.of(
                new Biomarkers.Marker("egfr", "EGFR", true, Finding.unknown(MissingFact.BIOMARKERS, "EGFR: no result")),
                new Biomarkers.Marker(
                        "alk", "ALK", true, Finding.known(new Biomarkers.Result(true, null, null), List.of())),
                new Biomarkers.Marker(
                        "pd-l1",
                        "PD-L1 TPS",
                        false,
                        Finding.known(new Biomarkers.Result(true, "80%", null), List.of()))));
        Card card = render(card(new SamplePatient().with(biomarkers).facts(), false, holds(SampleStatement.ds1())));

        assertThat(card.detail())
                .startsWith(
                        "**Drivers of the tumour:** not known in the record: EGFR. Found: ALK. Tested and not found:"
                                + " none. Also: PD-L1 TPS 80%.");
    }

    @Test
    void openStatementIsWordedAsOpenAndSaysWhatIsMissing() {
        Card card =
                render(card(new SamplePatient().withUnknownHistology().facts(), false, open(SampleStatement.ds1())));

        assertThat(card.summary()).startsWith("To be confirmed: ").hasSizeLessThan(140);
        assertThat(card.detail())
                .contains("open: would apply if this were settled in its favour: histology not known.")
                .contains(
                        "- Met: diagnosis: renal cell carcinoma\n- Not met: none found\n- Unknown: histology not known\n")
                .contains("**Missing, and what it would help to decide:**\n\n- Histology (the histologic type): DS-1");
    }

    @Test
    void longSummaryIsCutAtAWordBelowTheLimit() {
        Statement long1 = new SampleStatement("DS-9", StatementKind.INFORM, Topic.SYSTEMIC)
                .summary("word ".repeat(40))
                .build();

        assertThat(render(card(new SamplePatient().facts(), false, holds(long1)))
                        .summary())
                .hasSizeLessThan(140)
                .endsWith("word…");
    }

    @Test
    void detailStaysWithinItsBytesWhateverTheStatementsSay() {
        Statement long1 = new SampleStatement("DS-9", StatementKind.INFORM, Topic.SYSTEMIC)
                .trials("CONTACT-03")
                .figures("CONTACT-03/pfs")
                .text("A long text of the evidence, with é. ".repeat(300))
                .build();

        assertThat(render(card(new SamplePatient().facts(), false, holds(long1)))
                        .detail()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(Card.MAX_DETAIL);
    }

    @Test
    void warningOffersToRemoveTheAddedDrugAndNothingElse() {
        Proposal both = new Proposal(
                List.of(
                        draft(SamplePatient.ATEZOLIZUMAB, "MedicationRequest/a", true),
                        draft(SamplePatient.CABOZANTINIB, "MedicationRequest/c", true)),
                List.of());
        Card card = render(card(new SamplePatient().drafted(both).facts(), true, holds(SampleStatement.ds1())));

        assertThat(card.indicator()).isEqualTo(Indicator.WARNING);
        assertThat(card.suggestions()).hasSize(1);
        assertThat(card.suggestions().get(0).label()).isEqualTo("Remove the drafted atezolizumab");
        assertThat(card.suggestions().get(0).actions())
                .containsExactly(new DeleteAction("Removes the drafted order of atezolizumab", "MedicationRequest/a"));
    }

    private static DraftOrder draft(io.nextline.core.vocabulary.Drug drug, String reference, boolean selected) {
        return new DraftOrder(reference, List.of(drug), null, selected, false);
    }

    @Test
    void draftWithoutAnIdOrNotSelectedIsNotSuggestedForRemoval() {
        for (DraftOrder draft : List.of(
                draft(SamplePatient.ATEZOLIZUMAB, "MedicationRequest", true),
                draft(SamplePatient.ATEZOLIZUMAB, "MedicationRequest/a b", true),
                draft(SamplePatient.ATEZOLIZUMAB, "MedicationRequest/a", false))) {
            Proposal proposal = new Proposal(List.of(draft), List.of());
            Card card = render(card(new SamplePatient().drafted(proposal).facts(), true, holds(SampleStatement.ds1())));

            assertThat(card.suggestions()).isEmpty();
        }
    }

    @Test
    void informationSuggestsNothing() {
        EvidenceReport report = card(
                new SamplePatient()
                        .drafted(SamplePatient.ATEZOLIZUMAB, "MedicationRequest/a")
                        .facts(),
                false,
                holds(SampleStatement.ds1()));

        assertThat(render(report).indicator()).isEqualTo(Indicator.INFO);
        assertThat(render(report).suggestions()).isEmpty();
    }

    @Test
    void linksLeadToPublicationsThatTheBaseIdentifies() {
        assertThat(render(SampleReport.warning()).links())
                .extracting(Link::url)
                .containsExactly(
                        "https://doi.org/10.1016/S0140-6736(23)00922-4", "https://pubmed.ncbi.nlm.nih.gov/37290461/");
        assertThat(render(card(
                                new SamplePatient().facts(),
                                false,
                                holds(option("AXIS").build())))
                        .links())
                .isEmpty();
    }

    @Test
    void sourcesNameThePublicationTheCutOffAndTheBase() {
        assertThat(render(SampleReport.warning()).detail())
                .contains("- CONTACT-03: Lancet 2023;402(10397):185-195; NCT04338269; PMID 37290461;"
                        + " doi 10.1016/S0140-6736(23)00922-4; data cut-off 2023-01-03")
                .endsWith("- Evidence base 2026.11 (seed+update), asked as of 2026-11-21");
        assertThat(detailOf(option("AXIS").figures("AXIS/pfs")))
                .contains("- AXIS: as told in the sequencing review (SIUJ, pages 479-480)");
    }

    @Test
    void idsFollowFromTheCallAndTheStatements() {
        EvidenceReport report = SampleReport.warning();

        assertThat(RENDERER.render(report, "call-1")).isEqualTo(RENDERER.render(report, "call-1"));
        assertThat(RENDERER.render(report, "call-1").get(0).uuid())
                .isNotEqualTo(RENDERER.render(report, "call-2").get(0).uuid());
    }
}
