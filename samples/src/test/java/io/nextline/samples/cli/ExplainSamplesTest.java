package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.samples.cli.input.SampleCase;
import io.nextline.samples.cli.input.SampleCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explain} tells of every sample patient: one screen, in words, each fact beside its entry. */
class ExplainSamplesTest {

    private static final int ONE_SCREEN = 50;

    /** Samples whose story is longer than a screen, for three lines whose order is open, with a warning, take more. */
    private static final Set<String> LONGER = Set.of("39-rcc-months-only");

    /** A record's text as Java prints it, for example {@code Gap[fact=IMDC}, and the name of a type or constant. */
    private static final Pattern JAVA =
            Pattern.compile("[A-Za-z]+\\[[a-z][A-Za-z]*=|\\b[A-Z]{3,}_[A-Z_]+\\b|\\bOptional\\b");

    private static final Pattern ENTRY = Pattern.compile("[A-Z][A-Za-z]+/\\S+ [a-zA-Z]+");

    static List<SampleCase> samples() {
        return new SampleCases().all();
    }

    /**
     * The three stories as a clinician should read them. After a deliberate change write them anew with
     * {@code nextline explain .../bundle.json --as-of 2026-11-21} and read them before committing.
     */
    @ParameterizedTest
    @ValueSource(strings = {"01-rcc-reference", "18-rcc-epic", "29-nsclc-alk-not-known"})
    void theStoryReadsAsWritten(String folder) throws IOException {
        Path golden = Path.of("src/test/resources/io/nextline/samples/cli/explain", folder + ".txt");

        assertThat(brief(folder, 100).out()).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itFitsOneScreen(SampleCase sample) {
        Run told = brief(sample.folder(), 100).fits(100);

        if (!LONGER.contains(sample.folder())) {
            assertThat(told.out().lines().count()).isLessThanOrEqualTo(ONE_SCREEN);
        }
        brief(sample.folder(), 60).fits(60);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itIsInWords(SampleCase sample) {
        Run brief = brief(sample.folder(), 100);
        Run all = explained(sample.folder(), "--all").fits(100);

        assertThat(List.of(brief.out(), all.out())).allSatisfy(told -> {
            assertThat(told).doesNotContainPattern(JAVA).doesNotContainPattern("\\bnull\\b");
            assertThat(told).doesNotContain("from ;", "from .", "()", ": ;");
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKnownFactNamesItsEntry(SampleCase sample) {
        JsonNode story = explained(sample.folder(), "--json").json();
        String told = oneLine(brief(sample.folder(), 100).out());

        for (JsonNode fact : story.path("facts")) {
            if (fact.has("value") && !restsOnNoEntry(fact)) {
                assertThat(fact.path("from"))
                        .as("entries behind '%s'", fact.path("fact").asText())
                        .isNotEmpty();
            }
        }
        for (JsonNode line : story.path("linesOfTherapy")) {
            assertThat(told).contains(line.at("/from/0/reference").asText());
        }
        assertThat(ENTRY.matcher(told).results().count())
                .isGreaterThanOrEqualTo(story.path("linesOfTherapy").size() + 1);
    }

    /** What is concluded from the record as a whole, or said of it; "no" and "none" are such conclusions. */
    private static boolean restsOnNoEntry(JsonNode fact) {
        String name = fact.path("fact").asText();
        String value = fact.path("value").asText();
        return Set.of("medication record", "vital status", "pregnancy").contains(name)
                || Set.of("no", "no cancer").contains(value)
                || name.equals("IMDC risk group")
                || name.equals("lines for advanced disease");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyStatementThatAppliesOrMayIsNamed(SampleCase sample) {
        JsonNode story = explained(sample.folder(), "--json").json();
        String told = oneLine(brief(sample.folder(), 100).out());

        for (JsonNode statement : story.path("statements")) {
            if (statement.path("applies").asText().equals("true")) {
                assertThat(told).containsPattern("\\b" + statement.path("id").asText() + "\\b");
            }
        }
        for (JsonNode gap : story.path("missing")) {
            assertThat(told).contains(gap.at("/details/0").asText().replaceFirst(": .*", ""));
        }
        for (JsonNode warning : story.path("warnings")) {
            assertThat(told).contains(warning.asText());
        }
    }

    private static Run brief(String folder, int width) {
        return explained(folder, "--width", String.valueOf(width));
    }

    private static Run explained(String folder, String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "explain";
        args[1] = Run.sample(folder + "/bundle.json");
        args[2] = "--as-of";
        args[3] = "2026-11-21";
        System.arraycopy(options, 0, args, 4, options.length);
        return Run.of(args).exits(ExitCode.DONE);
    }

    private static String oneLine(String told) {
        return told.replaceAll("\\s+", " ");
    }
}
