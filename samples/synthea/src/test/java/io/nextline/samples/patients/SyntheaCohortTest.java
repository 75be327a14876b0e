package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.synthea.Cohort;
import io.nextline.synthea.Course;
import io.nextline.synthea.Courses;
import io.nextline.synthea.TrueLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds for every sample holds for a generated cohort: kidney and lung cancer courses before, on and after immune checkpoint
 * inhibitors, in the shape of records that Synthea exports.
 */
@Tag("HZ-01")
@Tag("HZ-02")
@Tag("HZ-05")
final class SyntheaCohortTest {

    private static final SampleEngine ENGINE = new SampleEngine();
    private static final int EVERY = 10;
    private static final LocalDate RECENT = Cohort.END.minusDays(90);

    @Test
    void theCohortHoldsTheCoursesThatMatter() {
        List<String> lines = Courses.ALL.stream()
                .flatMap(course -> course.lines().stream())
                .map(line -> line.setting() + ":" + line.drugs())
                .distinct()
                .toList();

        assertThat(Courses.ALL).hasSize(Courses.OF_RCC + Courses.OF_NSCLC);
        assertThat(lines)
                .contains(
                        "advanced:ipilimumab+nivolumab",
                        "advanced:axitinib+pembrolizumab",
                        "advanced:cabozantinib+nivolumab",
                        "adjuvant:pembrolizumab",
                        "advanced:cabozantinib",
                        "advanced:axitinib",
                        "advanced:everolimus+lenvatinib",
                        "advanced:carboplatin+pembrolizumab+pemetrexed",
                        "advanced:pembrolizumab",
                        "advanced:docetaxel",
                        "advanced:gemcitabine");
    }

    @Test
    void linesAndProgressionAreThoseOfTheModule() {
        each(course -> {
            JsonNode published = ENGINE.published(evaluate(SyntheaRecord.whole(course)));
            List<TrueLine> told = new ArrayList<>();
            for (JsonNode line : published.path("linesOfTherapy")) {
                TreeSet<String> drugs = new TreeSet<>();
                line.path("drugs").forEach(drug -> drugs.add(drug.asText()));
                told.add(new TrueLine(line.path("setting").asText(), String.join("+", drugs), ""));
            }
            List<TrueLine> taken = course.lines().stream()
                    .map(line -> new TrueLine(line.setting(), line.drugs(), ""))
                    .toList();
            assertThat(told).as(course.name()).isEqualTo(taken);
            assertProgression(course, published);
        });
    }

    /** What is published is the progression on the latest line that progressed, or else what is known of the latest line. */
    private static void assertProgression(Course course, JsonNode published) {
        String expected = "unknown";
        for (TrueLine line : course.lines()) {
            expected =
                    line.progression().equals("stated") || !expected.equals("stated") ? line.progression() : expected;
        }
        String told = published.path("progression").path("grade").asText();
        // A stable status that is older than the profile allows no longer shows that nothing grew.
        boolean outdated = expected.equals("none") && !SyntheaRecord.hasStatusSince(course, RECENT);
        if (!expected.equals("any")) {
            assertThat(told).as("progression of " + course.name()).isEqualTo(outdated ? "unknown" : expected);
        }
    }

    @Test
    void anotherRunOfSyntheaGivesTheSameBytes() {
        List<Course> again = new Cohort("nextline_rcc").first(EVERY);

        for (int i = 0; i < EVERY; i++) {
            assertThat(again.get(i).record().equals(Courses.ALL.get(i).record()))
                    .as(again.get(i).name())
                    .isTrue();
        }
    }

    @Test
    void theSameRecordGivesTheSameReport() {
        each(course -> {
            ObjectNode record = SyntheaRecord.read(course);
            assertThat(evaluate(record)).as(course.name()).isEqualTo(evaluate(record));
        });
    }

    @Test
    void typesThatNobodyReadsChangeNothing() {
        each(course -> assertThat(answer(SyntheaRecord.whole(course)))
                .as(course.name())
                .isEqualTo(answer(SyntheaRecord.read(course))));
    }

    @Test
    void shufflingEntriesChangesNothing() {
        unchanged(record -> Changes.shuffled(record, 7));
    }

    @Test
    void sendingEveryEntryTwiceChangesNothing() {
        unchanged(Changes::sentTwice);
    }

    @Test
    void aSecondFeedOfTheSameEventsChangesNothing() {
        unchanged(Changes::fromTwoFeeds);
    }

    @Test
    @Tag("HZ-04")
    void retractedCopiesOfEveryEntryChangeNothing() {
        unchanged(record -> Changes.withRetracted(record, record, "own"));
    }

    @Test
    void unrelatedRowsChangeNothing() {
        unchanged(record -> Changes.with(record, Noise.resources()));
    }

    @Test
    @Tag("HZ-08")
    void brandedProductsGiveTheSameAnswer() {
        unchanged(record -> Rewording.branded(record, true));
        unchanged(record -> Rewording.branded(record, false));
    }

    @Test
    @Tag("HZ-11")
    void laboratoryValuesInOtherUnitsGiveTheSameAnswer() {
        int touched = 0;
        for (Course course : Courses.ALL) {
            ObjectNode record = SyntheaRecord.read(course);
            touched += Rewording.touched(record, Rewording.inOtherUnits(record));
        }
        assertThat(touched).isGreaterThan(Courses.ALL.size());
        unchanged(Rewording::inOtherUnits);
    }

    /** Every tenth course, since each has several hundred data to take out. */
    @Test
    void takingADatumOutNeverMakesAStatementHold() {
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < Courses.ALL.size(); i += EVERY) {
            Course course = Courses.ALL.get(i);
            Turned.byRemovals(ENGINE, SyntheaRecord.read(course), DraftOrders.NONE, Cohort.END)
                    .forEach(each -> turned.add(course.name() + ", " + each));
        }
        assertThat(turned).as(String.join("\n", turned)).isEmpty();
    }

    private static void unchanged(UnaryOperator<ObjectNode> change) {
        each(course -> {
            ObjectNode record = SyntheaRecord.read(course);
            assertThat(answer(change.apply(record.deepCopy())))
                    .as(course.name())
                    .isEqualTo(answer(record));
        });
    }

    private static JsonNode answer(ObjectNode record) {
        return ENGINE.answer(evaluate(record));
    }

    private static EvidenceReport evaluate(ObjectNode record) {
        return ENGINE.evaluate(SampleEngine.bytes(record), DraftOrders.NONE, Cohort.END);
    }

    private static void each(Consumer<Course> check) {
        Courses.ALL.forEach(check);
    }
}
