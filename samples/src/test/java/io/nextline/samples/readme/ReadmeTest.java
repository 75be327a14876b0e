package io.nextline.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.core.evidence.NoCardReason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows and names is there. */
final class ReadmeTest {

    private static final String SNIPPETS = "samples/src/test/java/io/nextline/samples/readme/";
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

    @Test
    void embeddingBlockIsTheCodeThatRuns() {
        assertThat(Readme.blocks("java")).contains(tagged("Embedding.java", "embed"));
    }

    @Test
    void servletBlockIsTheCodeThatRuns() {
        assertThat(Readme.blocks("java")).contains(tagged("NextlineListener.java", "servlet"));
    }

    @Test
    void hapiBlockIsTheCodeOfTheSampleServer() {
        assertThat(Readme.blocks("java"))
                .contains(tagged(
                        "../../../../../../../hapi-server/src/main/java/io/nextline/samples/hapi/HapiServerSample.java",
                        "plugin"));
    }

    @Test
    void everyJavaBlockIsCodeThatRuns() {
        assertThat(Readme.blocks("java")).hasSize(3);
    }

    @Test
    void embeddedNextlinePrintsTheCards() {
        byte[] bundle = Readme.read(
                        "samples/src/main/resources/io/nextline/samples/patients/01-rcc-reference/bundle.json")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Embedding.print(bundle, LocalDate.of(2026, 11, 21), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("RCC after ICI: median PFS was 10.8 months on cabozantinib alone")
                .contains("HR 1.03 (95% CI 0.83-1.28)", "missing: metastatic-sites, for [DS-27");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonForNoCardIsNamed(NoCardReason reason) {
        assertThat(Readme.text()).contains("`" + reason.id() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void everyPrefetchKeyIsNamedAsRequiredOrOptional(PrefetchKey key) {
        String row = key.isRequired() ? "\\| \\*\\*required\\*\\* \\|" : "\\| optional \\|";
        String search = key.template().replaceFirst("[?/&=].*", "");
        assertThat(Readme.text())
                .containsPattern("(?m)^" + row + ".*`" + key.key() + "` \\([^)]*" + search + "[^)]*\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md"})
    void everyLinkLeadsToAFile(String document) {
        Matcher link = LINK.matcher(Readme.read(document));
        while (link.find()) {
            assertThat(Readme.ROOT.resolve(link.group(1))).exists();
        }
    }

    @Test
    void wholeCheckRunsTheTwoCommandsOfTheReadme() {
        assertThat(Readme.blocks("sh").get(0))
                .isEqualTo("mvn -B -q -DskipTests package && java -jar samples/target/nextline.jar demo\n");
        assertThat(Readme.blocks("sh").get(1)).isEqualTo("mvn -B verify\n");
        assertThat(Readme.read(".ci/run"))
                .contains("mvn -B -ntp verify", "jar=samples/target/nextline.jar", "java -jar \"$jar\" demo");
    }

    private static String tagged(String file, String tag) {
        String source = Readme.read(SNIPPETS + file);
        int start = source.indexOf('\n', source.indexOf("// tag::" + tag + "[]")) + 1;
        int end = source.lastIndexOf('\n', source.indexOf("// end::" + tag + "[]")) + 1;
        return source.substring(start, end - 1).stripIndent() + "\n";
    }
}
