package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.FigureText;
import io.nextline.core.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches a clinician: numbers that trace to a trial file, and words that inform. */
@Tag("HZ-26")
@Tag("HZ-22")
final class StatementTextTest {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final EvidenceBase BASE = EvidenceBase.bundled();
    private static final FigureText FIGURES = new FigureText(BASE.trials());

    /** Names that hold digits and are no results. */
    private static final Pattern NAMES = Pattern.compile(
            "PD-1|PD-L1|PD-\\(L\\)1|CTLA-4|[Pp]hase (?:1/2|1b/2|2|3)\\b|NCT\\d{8}|(?:DS|UPD)-\\d+|[A-Z][A-Za-z]+-\\d+T?"
                    + "|HCRN GU16-620|TROPION-Lung01|week 24|18 months");

    static List<Path> statements() {
        return EvidenceFolder.statementFiles();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyNumberOfATextStandsInTheTrialFileItRefersTo(Path file) {
        for (String template : templates(file)) {
            for (String reference : FigureText.references(template)) {
                Set<String> printed = numbersOf(reference.substring(0, reference.indexOf('/')));
                assertThat(printed).as(reference).containsAll(numbers(FIGURES.text(reference)));
            }
            String own =
                    NAMES.matcher(REFERENCE.matcher(template).replaceAll("")).replaceAll("");
            assertThat(numbers(own)).as(template).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theTextOfAStatementIsItsTemplateWithTheFiguresIn(Path file) {
        JsonNode json = json(file);
        Statement statement = BASE.statement(json.get("id").asText());

        List<String> filled = templates(file).stream()
                .map(template -> REFERENCE
                        .matcher(template)
                        .replaceAll(match -> Matcher.quoteReplacement(FIGURES.text(match.group(1)))))
                .toList();

        List<String> texts = new ArrayList<>(List.of(statement.summary(), statement.text()));
        texts.addAll(statement.limits());
        assertThat(texts).isEqualTo(filled).noneMatch(text -> text.contains("{") || text.contains("}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "must",
                "should",
                "give",
                "stop",
                "start",
                "avoid",
                "prescribe",
                "administer",
                "recommend",
                "recommended",
                "recommends",
                "recommendation",
                "eligible",
                "eligibility",
                "enrol",
                "enroll",
                "enrolled",
                "contraindicated",
                "preferred",
                "proven",
                "guarantee",
                "safe",
                "best choice",
                "superior",
                "first choice",
                "do not use"
            })
    void noTextDirects(String word) {
        Pattern directing = Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE);
        for (Statement statement : BASE.statements()) {
            assertThat(statement.summary() + " " + statement.text() + " " + statement.limits())
                    .as(statement.id())
                    .doesNotContainPattern(directing);
        }
    }

    @Test
    void aSummaryFitsAndNamesItsTrialsOrItsSource() {
        for (Statement statement : BASE.statements()) {
            assertThat(statement.summary()).as(statement.id()).hasSizeLessThanOrEqualTo(120);
            List<String> names = new ArrayList<>(List.of("review", "opinion", "retrospective series", "phase 2 trial"));
            statement.trials().forEach(id -> names.add(BASE.trial(id).shortName()));
            assertThat(names).as(statement.summary()).anyMatch(statement.summary()::contains);
        }
    }

    @Test
    void aPhaseInASummaryIsThatOfATrialItRestsOn() {
        Pattern phase = Pattern.compile("phase (1/2|1b/2|[123])");
        for (Statement statement : BASE.statements()) {
            List<String> phases = new ArrayList<>();
            statement
                    .trials()
                    .forEach(id -> phases.add(String.valueOf(BASE.trial(id).phase())));
            phase.matcher(statement.summary())
                    .results()
                    .forEach(match -> assertThat(phases).as(statement.summary()).contains(match.group(1)));
        }
    }

    /** A secondary endpoint must not stand alone as a success: where a primary one is known, it is tabled first. */
    @Tag("HZ-25")
    @Test
    void thePrimaryEndpointComesFirst() {
        for (Statement statement : BASE.statements()) {
            Map<String, Boolean> secondarySeen = new HashMap<>();
            for (String figure : statement.figures()) {
                Trial trial = BASE.trial(figure.substring(0, figure.indexOf('/')));
                var role = trial.result(figure.substring(figure.indexOf('/') + 1))
                        .orElseThrow()
                        .role();
                boolean primary = role == io.nextline.core.trial.Result.Role.PRIMARY;
                assertThat(primary && secondarySeen.getOrDefault(trial.id(), false))
                        .as(statement.id() + " " + figure)
                        .isFalse();
                secondarySeen.merge(
                        trial.id(), role == io.nextline.core.trial.Result.Role.NOT_PRIMARY, Boolean::logicalOr);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG", "th-TH-u-nu-thai"})
    @Tag("HZ-28")
    void textsAreTheSameInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(EvidenceBase.bundled().statements()).isEqualTo(BASE.statements());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> templates(Path file) {
        JsonNode json = json(file);
        List<String> templates = new ArrayList<>(
                List.of(json.get("summary").asText(), json.get("text").asText()));
        json.get("limits").forEach(limit -> templates.add(limit.asText()));
        return templates;
    }

    private static JsonNode json(Path file) {
        return EvidenceJson.read(
                file.getFileName().toString(),
                EvidenceFolder.read(file).getBytes(StandardCharsets.UTF_8),
                new ArrayList<>());
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        NUMBER.matcher(text).results().forEach(match -> numbers.add(match.group()));
        return numbers;
    }

    /** Returns every number in the file of a trial, as written there. */
    private static Set<String> numbersOf(String trial) {
        for (Path file : EvidenceFolder.jsonFiles(EvidenceFolder.bundled().resolve("trials"))) {
            if (json(file).get("id").asText().equals(trial)) {
                return numbers(EvidenceFolder.read(file));
            }
        }
        throw new IllegalArgumentException("no file of the trial " + trial);
    }
}
