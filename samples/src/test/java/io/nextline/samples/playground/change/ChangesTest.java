package io.nextline.samples.playground.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.Nextline;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;
import io.nextline.samples.cli.input.SampleCase;
import io.nextline.samples.cli.input.SampleCases;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every change, on every sample patient that it fits. */
final class ChangesTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final Set<String> REFUSED = Set.of("42c-another-patient");

    private final Changes changes = new Changes();

    @Test
    void stoppedForToxicityNoLineWithCheckpointInhibitorStatesProgression() {
        List<String> changed = holdsOnEverySample("ici-toxicity", facts -> {
            LineOfTherapy line = Changes.latestWithCheckpointInhibitor(facts);
            Progression known = line == null ? null : line.progression().orNull();
            return known == null || known.grade() != Progression.Grade.STATED;
        });

        assertThat(changed).contains("01-rcc-reference", "23-nsclc-maintenance");
    }

    @Test
    void referencePatientEndsTheLineForToxicity() throws IOException {
        Chart chart = open("01-rcc-reference", LocalDate.of(2026, 11, 21));

        changes.named("ici-toxicity").make(chart);

        assertThat(chart.facts().therapy().latest().endReason()).isEqualTo(EndReason.TOXICITY);
        assertThat(chart.facts().therapy().latest().hasProgressed()).isFalse();
        assertThat(chart.edits()).extracting(Chart.Edit::verb).contains("changed", "removed");
    }

    @Test
    void withoutCheckpointInhibitorsNoLineHasOne() {
        assertThat(holdsOnEverySample(
                        "remove-ici", facts -> !facts.therapy().includes(TherapyChanges.CHECKPOINT_INHIBITOR)))
                .hasSizeGreaterThan(30);
    }

    @Test
    void progressionThatNothingStatesIsNotStated() {
        assertThat(holdsOnEverySample("remove-progression", facts -> !ProgressionChanges.isStated(facts)))
                .hasSizeGreaterThan(20);
    }

    @Test
    void progressionOfTodayIsStated() {
        List<String> changed = holdsOnEverySample(
                "add-progression",
                facts -> facts.therapy().latest() == null
                        || facts.therapy().latest().progression().orNull() != null);

        assertThat(changed).contains("08-rcc-colitis", "09-rcc-planned-stop");
    }

    @Test
    void histologyBecomesAnother() {
        assertThat(holdsOnEverySample(
                        "histology",
                        facts -> facts.diagnosis().histology().orNull() != null
                                || facts.diagnosis().provenance().isEmpty()))
                .hasSizeGreaterThan(30);
    }

    @Test
    void kidneyCancerTurnsFromClearCellToChromophobeAndBack() throws IOException {
        Chart chart = open("01-rcc-reference", LocalDate.of(2026, 11, 21));
        changes.named("histology").make(chart);
        assertThat(chart.facts().diagnosis().histology().orNull()).isEqualTo("chromophobe");

        changes.named("histology").make(chart);

        assertThat(chart.facts().diagnosis().histology().orNull()).isEqualTo("clear-cell");
    }

    @Test
    void brainMetastasisIsAmongTheSites() {
        assertThat(holdsOnEverySample(
                        "brain-metastasis",
                        facts -> facts.metastaticSites().stream()
                                .anyMatch(site -> site.site().equals("brain"))))
                .hasSizeGreaterThan(30);
    }

    @Test
    void removedPerformanceStatusIsUnknown() {
        assertThat(holdsOnEverySample(
                        "remove-ecog", facts -> facts.performanceStatus().orNull() == null))
                .hasSizeGreaterThan(20);
    }

    @Test
    void withoutObservationsNothingOfThemIsConcluded() {
        assertThat(holdsOnEverySample(
                        "no-observations", facts -> facts.performanceStatus().orNull() == null))
                .hasSizeGreaterThan(50);
    }

    @Test
    void firstPageSupportsNoAbsence() {
        List<String> changed =
                holdsOnEverySample("first-page", facts -> !facts.therapy().readWhole());

        assertThat(changed).hasSizeGreaterThan(50).doesNotContain("42a-rcc-more-pages");
    }

    @Test
    void changeThatFitsEditsTheRecordAndSaysSo() throws IOException {
        for (SampleCase sample : samples()) {
            PatientFacts facts = open(sample.folder(), sample.asOf()).facts();
            for (Change change : changes.fitting(facts)) {
                Chart chart = open(sample.folder(), sample.asOf());
                change.make(chart);
                assertThat(chart.edits())
                        .as("%s of %s", change.id(), sample.folder())
                        .isNotEmpty();
            }
        }
    }

    private List<String> holdsOnEverySample(String id, Predicate<PatientFacts> after) {
        List<String> changed = new ArrayList<>();
        for (SampleCase sample : samples()) {
            Chart chart = open(sample.folder(), sample.asOf());
            Change change = changes.named(id);
            if (change.fits().test(chart.facts())) {
                change.make(chart);
                assertThat(chart.facts())
                        .as("%s of %s after %s", id, sample.folder(), chart.edits())
                        .matches(after);
                changed.add(sample.folder());
            }
        }
        return changed;
    }

    private static List<SampleCase> samples() {
        return new SampleCases()
                .all().stream()
                        .filter(sample -> !REFUSED.contains(sample.folder()))
                        .collect(Collectors.toList());
    }

    private static Chart open(String folder, LocalDate asOf) {
        try (InputStream in = SampleCases.open(folder + "/bundle.json")) {
            return new Chart((ObjectNode) new ObjectMapper().readTree(in), NEXTLINE, asOf);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
