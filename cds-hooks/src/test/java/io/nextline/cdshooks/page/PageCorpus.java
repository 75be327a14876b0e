package io.nextline.cdshooks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages of the bundled base, and the files that their figures come from. */
final class PageCorpus {
    static final EvidenceBase BASE = EvidenceBase.bundled();
    static final EvidencePages PAGES = new EvidencePages(BASE);
    static final PageNames NAMES = new PageNames(BASE);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern NAME = Pattern.compile("\\b(?:DS-|UPD-|PD-L?)\\d+");
    private static final Map<String, Set<String>> BY_TRIAL = byTrial();

    private PageCorpus() {}

    static Stream<String> ids() {
        return Stream.concat(
                BASE.statements().stream().map(Statement::id),
                BASE.trials().stream().map(Trial::id));
    }

    /** Returns the paths of all pages in HTML. */
    static Stream<String> paths() {
        return Stream.concat(
                Stream.of("", "/"),
                ids().map(NAMES::of).flatMap(name -> Stream.of("/" + name, "/" + name + "/attributes")));
    }

    static Page page(EvidencePages pages, String path) {
        PageAnswer answer = pages.answer(path, false);
        assertThat(answer).as(path).isInstanceOf(PageAnswer.Found.class);
        return ((PageAnswer.Found) answer).page();
    }

    static Document document(String path) {
        return Jsoup.parse(page(PAGES, path).text());
    }

    /** Returns the numbers of a text, but for those in the names of statements and drug classes: DS-24, PD-L1. */
    static Set<String> numbers(String text) {
        return NUMBER.matcher(NAME.matcher(text).replaceAll(""))
                .results()
                .map(found -> new BigDecimal(found.group()).stripTrailingZeros().toPlainString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the numbers of a trial's file. */
    static Set<String> printed(String trial) {
        return BY_TRIAL.getOrDefault(trial, Set.of());
    }

    /** Returns the numbers of the files of the trials behind a statement, of its id and of its criteria. */
    static Set<String> printed(Statement statement) {
        Set<String> numbers =
                new HashSet<>(numbers(statement.id() + " " + statement.published() + " " + statement.source()
                        + statement.supersedes() + statement.guards() + statement.population() + statement.limits()));
        statement.trials().forEach(trial -> numbers.addAll(printed(trial)));
        Stream.concat(statement.figures().stream(), statement.harms().stream())
                .forEach(figure -> numbers.addAll(printed(figure.substring(0, figure.lastIndexOf('/')))));
        return numbers;
    }

    /** Returns the numbers in the names of the documents that the base was read from. */
    static Set<String> documents() {
        Set<String> numbers = new HashSet<>();
        for (Trial trial : BASE.trials()) {
            if (trial.status() == Trial.Status.CITED) {
                numbers.addAll(
                        numbers(trial.shortName() + " " + trial.citation().journal()));
            }
        }
        return numbers;
    }

    private static Map<String, Set<String>> byTrial() {
        Map<String, Set<String>> numbers = new HashMap<>();
        for (JsonNode file : parse("index.json").get("trials")) {
            String json = resource("trials/" + file.asText());
            numbers.put(parse("trials/" + file.asText()).get("id").asText(), numbers(json));
        }
        return numbers;
    }

    static JsonNode parse(String name) {
        try {
            return new ObjectMapper().readTree(resource(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String resource(String name) {
        try (InputStream in = EvidenceBase.class.getResourceAsStream("/io/nextline/evidence/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
