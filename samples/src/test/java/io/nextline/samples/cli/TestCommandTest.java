package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class TestCommandTest {

    private static final String REFERENCE = "01-rcc-reference";
    private static final String REFUSED = "42c-another-patient";

    @TempDir
    Path site;

    @Test
    void folderAtAnyDepthThatGivesWhatIsExpectedIsDone() throws IOException {
        copy(REFERENCE, "kidney/after-ici/one");
        copy(REFUSED, "two");

        run().exits(ExitCode.DONE).isQuiet().prints("2 sample patients, 11 checks: all as expected.");
    }

    @Test
    void theFolderItselfMayBeTheSamplePatient() throws IOException {
        copy(REFUSED, "");

        run().exits(ExitCode.DONE).prints("1 sample patient, 1 check: all as expected.");
    }

    @Test
    void everyDifferenceIsShownWithFolderQuestionFieldAndBothValues() throws IOException {
        copy(REFERENCE, "one");
        edit("one", "\"DS-3\": \"true\"", "\"DS-3\": \"false\"");
        edit("one", "\"onLine\": 1", "\"onLine\": 2");
        edit("one", "\"lead\": \"DS-22\"", "\"lead\": \"DS-3\"");

        run().exits(ExitCode.FINDINGS)
                .isQuiet()
                .prints("one\n  chart opened\n")
                .prints("    [-] progression.onLine: expected 2; got 1\n")
                .prints(
                        "    [-] statements.DS-3: expected false; got true\n",
                        "because: diagnosis: renal cell carcinoma")
                .prints("  drafted: telaglenastat and cabozantinib\n    [-] lead: expected DS-3; got DS-22\n")
                .prints("differences in 1 sample patient.")
                .fits(100);
    }

    @Test
    void recordOfTwoPatientsIsADifferenceUnlessExpected() throws IOException {
        copy(REFUSED, "mixed");
        edit("mixed", "\"refused\": true", "\"refused\": false");
        copy("49-no-cancer", "single");
        edit("single", "\"asOf\"", "\"refused\": true, \"asOf\"");

        run().exits(ExitCode.FINDINGS)
                .prints("refused: expected false; got true: there is data of another patient")
                .prints("refused: expected true; got an answer, as if it were about one patient");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'asOf'            | 'asof'             | asOf: is missing. Add the day of evaluation, such as \"2026-11-21\".",
                "'asOf'            | 'asof'             | asof: there is no such field. Did you mean asOf?",
                "'statements'      | 'verdicts'         | verdicts: there is no such field. Use one of title, asOf",
                "'grade'           | 'grades'           | progression.grades: there is no such field. Did you mean grade?",
                "'onLine': 1       | 'onLine': 'one'    | progression.onLine: needs a whole number from 0, or null",
                "'2026-10-21'      | '21.10.2026'       | progression.date: needs a date such as \"2026\"",
                "'DS-1': 'false'   | 'DS-1': 'no'       | statements.DS-1: needs \"true\", \"false\" or \"unknown\".",
                "'order-sign'      | 'order-dispatch'   | drafts[0].hook: needs order-select or order-sign.",
                "'name'            | 'title'            | drafts[0].name: is missing. Add what is drafted, in words.",
                "'draft-nivolumab' | 'draft-of-nothing' | drafts[1].draft: there is no file draft-of-nothing.json in this",
                "2026-11-21        | 2026-02-30         | asOf: '2026-02-30' is no day of the calendar. Write it as",
                "'asOf':           | 'asOf'             | is no JSON from line 3, column ",
            })
    void malformedExpectationIsNamedWithFileFieldAndRemedy(String from, String to, String complaint)
            throws IOException {
        copy(REFERENCE, "one");
        edit(
                "one",
                from.replace('\'', '"'),
                to.replace("'2026-02-30'", "2026-02-30").replace('\'', '"'));

        String told = run().exits(ExitCode.UNREADABLE)
                .isQuiet()
                .prints("1 sample patient, 0 checks: no differences, 1 not readable.")
                .fits(100)
                .out();

        assertThat(told.replaceAll("\\s+", " "))
                .contains(site.resolve("one").resolve("expected.json") + ": ")
                .contains(complaint);
    }

    @Test
    void missingOrUnreadableRecordIsNamedAndTheOtherFoldersStillRun() throws IOException {
        copy(REFERENCE, "a");
        Files.delete(site.resolve("a/bundle.json"));
        copy(REFERENCE, "b");
        Files.writeString(site.resolve("b/bundle.json"), "{\"resourceType\": \"Bundle\", \"entry\": [");
        copy(REFERENCE, "c");
        Files.delete(site.resolve("c/expected.json"));
        copy(REFERENCE, "d");
        Files.writeString(site.resolve("d/draft-nivolumab.json"), "{\"resourceType\": \"Patient\"}");
        copy(REFERENCE, "e");

        String told = run().exits(ExitCode.UNREADABLE)
                .prints("5 sample patients, 10 checks: no differences, 4 not readable.")
                .out()
                .replaceAll("\\s+", " ");

        assertThat(told)
                .contains(
                        site.resolve("a/bundle.json") + ": there is no such file. Put the patient's FHIR Bundle there")
                .contains(site.resolve("b/bundle.json") + ": ")
                .contains(site.resolve("c/expected.json") + ": there is no such file. Say there what is expected")
                .contains(site.resolve("d/draft-nivolumab.json") + ": holds a Patient, which is no order. Give");
    }

    @Test
    void folderWithoutSamplePatientsIsNoSuccess() throws IOException {
        Files.createDirectories(site.resolve(".git/one"));
        Files.writeString(site.resolve(".git/one/expected.json"), "{}");

        run().exits(ExitCode.UNREADABLE).saysNothingOnStandardOutput().complains("holds no sample patient", "--help");
        Run.of("test", site.resolve("nowhere").toString())
                .exits(ExitCode.UNREADABLE)
                .complains("there is no such folder");
        Run.of("test", Run.sample(REFERENCE + "/bundle.json"))
                .exits(ExitCode.UNREADABLE)
                .complains("is no folder");
    }

    @Test
    void wrongUsageIsToldApart() throws IOException {
        copy(REFUSED, "one");
        Run.of("test").exits(ExitCode.USAGE).complains("DIR");
        Run.of("test", site.toString(), "--junit", site.resolve("one").toString())
                .exits(ExitCode.USAGE)
                .saysNothingOnStandardOutput()
                .complains("--junit: ", "cannot be written");
    }

    @Test
    void helpShowsTheSmallestExpectation() {
        Run.of("test", "--help")
                .exits(ExitCode.DONE)
                .prints("nextline test patients --junit", "{\"asOf\": \"2026-11-21\"", "noCardReason");
    }

    @Test
    void longRunsTellATerminalHowFarTheyAre() throws IOException {
        for (int patient = 10; patient < 20; patient++) {
            copy(REFUSED, "p" + patient);
        }
        Run.inColour("test", site.toString())
                .exits(ExitCode.DONE)
                .complains("1 of 10  p10", "10 of 10  p19")
                .prints("all as expected.");
        run().isQuiet();
    }

    @Test
    void junitReportHoldsACaseForEachQuestionAndNoReasonOfTheEngine() throws Exception {
        copy(REFERENCE, "kidney/one");
        edit("kidney/one", "\"DS-3\": \"true\"", "\"DS-3\": \"false\"");
        edit("kidney/one", "\"name\": \"nivolumab\"", "\"name\": \"<nivolumab> & \\u0001 \\\"alone\\\"\"");
        copy(REFUSED, "two");
        Files.delete(site.resolve("two/bundle.json"));
        Path report = site.resolve("reports/new/nextline.xml");

        Run.of("test", site.toString(), "--junit", report.toString()).exits(ExitCode.UNREADABLE);

        Element suites = parsed(report);
        Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertThat(Stream.of("tests", "failures", "errors", "skipped").map(suite::getAttribute))
                .containsExactly("11", "2", "1", "0");
        assertThat(names(suites))
                .contains("kidney/one: chart opened", "kidney/one: drafted: <nivolumab> & \ufffd \"alone\"")
                .contains("two: readable")
                .hasSize(11);
        assertThat(suites.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("statements.DS-3: expected false; got true");
        assertThat(suites.getElementsByTagName("error").item(0).getTextContent())
                .contains("bundle.json: there is no");
        assertThat(Files.readString(report)).doesNotContain("because", "renal cell");
    }

    private static Element parsed(Path report) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
    }

    private static List<String> names(Element suites) {
        List<String> names = new ArrayList<>();
        NodeList cases = suites.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element each = (Element) cases.item(i);
            names.add(each.getAttribute("classname") + ": " + each.getAttribute("name"));
            assertThat(each.getAttribute("time")).matches("\\d+\\.\\d{3}");
        }
        return names;
    }

    private Run run() {
        return Run.of("test", site.toString());
    }

    private void copy(String sample, String folder) throws IOException {
        Path to = Files.createDirectories(site.resolve(folder));
        List<Path> files;
        try (Stream<Path> list = Files.list(Path.of(Run.sample(sample)))) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }

    private void edit(String folder, String from, String to) throws IOException {
        Path file = site.resolve(folder).resolve("expected.json");
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }
}
