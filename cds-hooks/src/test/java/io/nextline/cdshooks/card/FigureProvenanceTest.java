package io.nextline.cdshooks.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SamplePatient;
import io.nextline.cdshooks.SampleReport;
import io.nextline.cdshooks.SampleStatement;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that a card tells of the evidence stands in the file of a trial that the card rests on. */
class FigureProvenanceTest {

    // A number on its own: not the 1 of PD-1, not the 025 of CheckMate-025, not the 2 of mg/m2.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9.-])\\d+(\\.\\d+)?(?![A-Za-z])|(?<=-)\\d+\\.\\d+");
    private static final EvidenceBase BASE = EvidenceBase.bundled();
    private static final CardRenderer RENDERER = new CardRenderer(BASE);
    private static final Map<String, Set<String>> PRINTED = printed();

    private static Map<String, Set<String>> printed() {
        Map<String, Set<String>> numbers = new HashMap<>();
        for (JsonNode file : ResponseRules.parse(resource("index.json")).get("trials")) {
            byte[] json = resource("trials/" + file.asText());
            numbers.put(
                    ResponseRules.parse(json).get("id").asText(), numbers(new String(json, StandardCharsets.UTF_8)));
        }
        return numbers;
    }

    private static byte[] resource(String name) {
        try (InputStream in = EvidenceBase.class.getResourceAsStream("/io/nextline/evidence/" + name)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> plain(found.group())).collect(Collectors.toSet());
    }

    // Values are compared, not digits: a file may hold 10.0 where the source prints 10.
    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    static List<Statement> statements() {
        return BASE.statements();
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Tag("HZ-26")
    void everyFigureTracesToATrialOfTheCard(Statement statement) {
        Card card = RENDERER.render(
                        SampleReport.card(new SamplePatient().facts(), false, SampleStatement.holds(statement)),
                        "figures")
                .get(0);
        Set<String> allowed = new HashSet<>();
        Stream.concat(statement.trials().stream(), shown(statement))
                .forEach(trial -> allowed.addAll(PRINTED.getOrDefault(trial, Set.of())));

        String evidence = evidenceOf(card.detail()).replace(statement.strength().display(), "");
        assertThat(allowed).containsAll(numbers(evidence.replace("publication of " + statement.published(), "")));
        assertThat(allowed).containsAll(numbers(card.summary()));
    }

    private static Stream<String> shown(Statement statement) {
        return Stream.concat(statement.figures().stream(), statement.harms().stream())
                .map(figure -> figure.substring(0, figure.lastIndexOf('/')));
    }

    // From the tables to the statements; before them stand the facts of the patient, behind them words and sources.
    private static String evidenceOf(String detail) {
        int said = detail.indexOf("**What the evidence says:**");
        int harms = detail.indexOf("**Harms:**");
        int table = detail.indexOf("| Outcome |");
        int from = table >= 0 ? table : harms >= 0 ? harms : said;
        String evidence = detail.substring(from, detail.indexOf("**This patient and "));
        return evidence.replace("HR, log scale                            1", "")
                .replaceAll("\\*\\*[A-Z]+-\\d+\\*\\*", "");
    }
}
