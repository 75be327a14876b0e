package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.samples.cli.input.SampleCase;
import io.nextline.samples.cli.input.SampleCases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

    @Test
    void showsEverySamplePatientAndHowToGoOn() {
        List<SampleCase> cases = new SampleCases().all();
        assertThat(cases.size()).isGreaterThanOrEqualTo(16);

        Run demo = Run.of("demo").exits(0).isQuiet();

        assertThat(cases).allSatisfy(sample -> demo.prints(sample.folder()));
        demo.prints("[INFO]", "[WARNING]", "CONTACT-03", "No card (other-cancer)", "No card (no-cancer)")
                .prints("All patients", "warning DS-1", "no card: no-cancer")
                .prints("How to go on", "evaluate", "explain", "serve --dev")
                .printsNot("**", "| --- |", "\\", "\u001b");
        assertThat(demo.out().lines().filter(line -> !line.startsWith("    java -jar")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void oneSampleIsChosenByTheStartOfItsName() {
        Run.of("demo", "13").exits(0).prints("13-renal-pelvis").printsNot("01-rcc-reference  ");
        Run.of("demo", "77").exits(ExitCode.USAGE).complains("no sample patient '77'", "01-rcc-reference");
    }

    @Test
    void fullShowsEveryCardWhole() {
        String full = Run.of("demo", "--full").exits(0).out();

        assertThat(full.length()).isGreaterThan(Run.of("demo").out().length() * 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void noLineIsWiderThanAskedForWhereItCanBeBroken(int width) {
        Run full = Run.of("demo", "--full", "--width", String.valueOf(width)).exits(0);

        assertThat(full.out().lines().filter(line -> !line.startsWith("    java -jar")))
                .filteredOn(line -> line.strip().replace("| ", "").contains(" "))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void colourIsTheTerminals() {
        Run coloured = Run.inColour("demo", "01").exits(0);

        assertThat(coloured.out()).contains("\u001b[1;33m[WARNING]");
        assertThat(coloured.out().replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(Run.of("demo", "01").out());
    }

    @Test
    void figuresOfOneQuestionAreTabledOnce() {
        String rows = Run.of("demo").exits(0).out();

        long tables = rows.lines()
                .filter(line -> line.startsWith("| CONTACT-01 (phase 3"))
                .count();
        // Three questions rest on it: the pair drafted, the comparator after it, and the same left open by the setting.
        assertThat(tables).isBetween(1L, 3L);
    }
}
