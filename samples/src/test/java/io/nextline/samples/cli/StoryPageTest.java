package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain --html}: the story of a patient as one page. */
final class StoryPageTest {
    private static final Path PATIENTS = Path.of("src/main/resources/io/nextline/samples/patients");
    private static final String REFERENCE = "01-rcc-reference/bundle.json";

    private static final String OF_TWO_PATIENTS = "42c-another-patient";

    @TempDir
    Path folder;

    static List<Path> patients() throws IOException {
        try (Stream<Path> folders = Files.list(PATIENTS)) {
            return folders.map(each -> each.resolve("bundle.json"))
                    .filter(Files::exists)
                    .filter(bundle -> !bundle.getParent().endsWith(OF_TWO_PATIENTS))
                    .sorted()
                    .toList();
        }
    }

    private static String page(Path bundle) {
        Run run = Run.of("explain", bundle.toString(), "--html", "-");
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static JsonNode json(Path bundle) throws IOException {
        return new ObjectMapper()
                .readTree(Run.of("explain", bundle.toString(), "--json").out());
    }

    @ParameterizedTest
    @MethodSource("patients")
    void theStoryIsWellFormedAndNeedsNothingFromElsewhere(Path bundle) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);

        Document page = parser.parseInput(page(bundle), "");

        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("script, link, img, iframe, object, embed, form, base"))
                .isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.text()).contains("This file holds patient data").contains("Not a medical device");
    }

    @ParameterizedTest
    @MethodSource("patients")
    void everyLineStatementFactAndWarningIsTold(Path bundle) throws IOException {
        JsonNode expected = json(bundle);

        Document page = Jsoup.parse(page(bundle));

        assertThat(page.select(".told details").stream().map(Element::id))
                .containsExactlyInAnyOrderElementsOf(expected.get("statements").findValuesAsText("id"));
        assertThat(page.select("table.lines tr:not(.because) td:nth-child(3)"))
                .hasSize(expected.get("linesOfTherapy").size());
        expected.get("warnings")
                .forEach(warning ->
                        assertThat(page.text()).contains(warning.asText().replaceAll("\\s+", " ")));
        assertThat(page.select("ol.gaps li")).hasSize(expected.get("missing").size());
    }

    @ParameterizedTest
    @MethodSource("patients")
    void everyLinkLeadsToTheEntryThatItNames(Path bundle) {
        Document page = Jsoup.parse(page(bundle));

        assertThat(page.select("[id]").stream().map(Element::id)).doesNotHaveDuplicates();
        for (Element link : page.select("a[href^=#entry-]")) {
            Element entry = page.getElementById(link.attr("href").substring(1));
            assertThat(entry).as(link.text()).isNotNull();
            assertThat(link.text()).contains(entry.select("th").text());
        }
    }

    @Test
    void verdictsAreToldInWordsAndByShape() {
        Document page = Jsoup.parse(page(PATIENTS.resolve(REFERENCE)));

        for (Element mark : page.select(".mark")) {
            String sign = mark.select("[aria-hidden]").text();
            String words = mark.ownText();
            assertThat(words).isIn("met", "not met", "unknown", "applies", "does not apply", "open");
            assertThat(sign).isEqualTo(mark.hasClass("met") ? "\u2713" : mark.hasClass("unmet") ? "\u2715" : "?");
        }
    }

    @Test
    void theCourseShowsDiagnosisSurgeryLinesAndProgression() {
        Document page = Jsoup.parse(page(PATIENTS.resolve(REFERENCE)));
        List<String> rows = page.select("svg.timeline .row-name").eachText();

        assertThat(rows)
                .contains("Diagnosis: renal cell carcinoma", "Line 1: ipilimumab + nivolumab")
                .contains("Exposure to checkpoint inhibitors", "Progression on or after line 1");
        assertThat(page.select("svg.timeline .row-detail").eachText()).contains("stated, 2026-10-21");
        assertThat(page.select("svg.timeline .span")).isNotEmpty();
        assertThat(page.select("svg.timeline .sign.strong")).hasSize(1);
    }

    @Test
    void textOfTheRecordStaysText() throws IOException {
        String hostile = "<script>alert(1)</script>\" onload=alert(2) x=\"";
        JsonNode bundle =
                new ObjectMapper().readTree(PATIENTS.resolve(REFERENCE).toFile());
        for (JsonNode entry : bundle.get("entry")) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            if (!resource.get("resourceType").asText().equals("Patient")) {
                resource.put("id", resource.get("id").asText() + hostile);
            }
        }
        Path file = Files.writeString(folder.resolve("hostile.json"), bundle.toString());

        Document page = Jsoup.parse(page(file));

        assertThat(page.select("script, [onload]")).isEmpty();
    }

    @Test
    void theSameRecordGivesTheSameBytes() {
        assertThat(page(PATIENTS.resolve(REFERENCE))).isEqualTo(page(PATIENTS.resolve(REFERENCE)));
    }

    @Test
    void theFileIsForItsOwnerAloneAndAnEarlierStoryIsWrittenOver() throws IOException {
        Path out = folder.resolve("story.html");

        Run first = Run.of("explain", Run.sample(REFERENCE), "--html", out.toString());
        Run second = Run.of("explain", Run.sample(REFERENCE), "--html", out.toString());

        first.exits(0).isQuiet();
        second.exits(0).isQuiet();
        assertThat(first.out()).contains("It holds patient data");
        assertThat(Files.readString(out)).startsWith("<!doctype html>");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsNoStoryIsNeverWrittenOver() throws IOException {
        Path record = folder.resolve("record.json");
        Files.copy(PATIENTS.resolve(REFERENCE), record);
        byte[] before = Files.readAllBytes(record);

        Run run = Run.of("explain", record.toString(), "--html", record.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is no story of nextline");
        assertThat(Files.readAllBytes(record)).isEqualTo(before);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsWrongUsage() {
        assertThat(Run.of(
                                "explain",
                                Run.sample(REFERENCE),
                                "--html",
                                folder.resolve("no/story.html").toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("explain", Run.sample(REFERENCE), "--html", folder.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("explain", Run.sample(REFERENCE), "--html", "-", "--json")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void standardInputIsReadToo() throws IOException {
        byte[] bundle = Files.readAllBytes(PATIENTS.resolve(REFERENCE));

        Run run = Run.with(new String(bundle, StandardCharsets.UTF_8), "explain", "-", "--html", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(page(PATIENTS.resolve(REFERENCE)));
    }
}
