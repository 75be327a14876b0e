package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrialReaderTest {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void everyFileThatShipsIsRead() {
        assertThat(TrialBase.trials()).hasSameSizeAs(TrialBase.files().keySet());
    }

    @Test
    void seedLayerComesFirstAndIdsAreSorted() {
        assertThat(TrialBase.trials()).isSortedAccordingTo(Trial.ORDER);
    }

    @Test
    void updateCountsFromTheLastDayItsDateCanMean() {
        Trial report = TrialBase.trial("LITESPARK-011");
        assertThat(report.published()).hasToString("2026-02");
        assertThat(report.publishedBy(LocalDate.of(2026, 2, 27))).isFalse();
        assertThat(report.publishedBy(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(TrialBase.trial("CONTACT-03").publishedBy(LocalDate.EPOCH)).isTrue();
    }

    @Test
    void everyProblemOfAFileIsToldWithItsPath() {
        List<Problem> problems = mutated("contact-03.json", file -> {
            file.remove("title");
            file.put("verdict", "good");
            file.put("status", "splendid");
            ((ObjectNode) file.at("/results/0/effect")).put("lower", 2);
            ((ObjectNode) file.at("/results/1/arms/0/median")).put("level", "95");
            ((ObjectNode) file.at("/harms/0")).put("n", 12.5).put("colour", "red");
            ((ObjectNode) file.at("/harms/1")).put("percent", 50);
            file.put("dataCutoff", "2023-02-30");
        });
        assertThat(problems)
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "$.title",
                        "$.verdict",
                        "$.status",
                        "$.results[0].effect",
                        "$.results[1].arms[0].median.level",
                        "$.results[1].arms[0].median.level",
                        "$.harms[0].n",
                        "$.harms[0].colour",
                        "$.harms[1]",
                        "$.dataCutoff");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.file()).isEqualTo("contact-03.json"));
    }

    @Test
    void problemsOfAllFilesAreToldTogether() {
        Map<String, byte[]> files = TrialBase.files();
        files.put("axis.json", "{".getBytes(StandardCharsets.UTF_8));
        files.put(
                "meteor.json",
                TrialBase.text("meteor.json").replace("\"0.51", "\"0.15").getBytes(StandardCharsets.UTF_8));
        files.put("again.json", files.get("tivo-3.json"));
        assertThatExceptionOfType(EvidenceException.class)
                .isThrownBy(() -> new TrialReader().readAll(files))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::file)
                        .containsExactly("axis.json", "meteor.json", "meteor.json", "tivo-3.json"));
    }

    @Test
    void checkedFilesAreReadAsAllOthersButNotComparedAgain() throws IOException {
        Map<String, byte[]> files = TrialBase.files();
        Map<String, JsonNode> trees = new HashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            trees.put(file.getKey(), new JsonTree().read(file.getValue()));
        }
        assertThat(TrialReader.readChecked(trees)).isEqualTo(new TrialReader().readAll(files));
        ((ObjectNode) trees.get("axis.json")).put("id", 7);
        trees.remove("tinivo-2.json");
        assertThatExceptionOfType(EvidenceException.class)
                .isThrownBy(() -> TrialReader.readChecked(trees))
                .satisfies(
                        e -> assertThat(e.problems()).extracting(Problem::file).containsExactly("axis.json"));
    }

    @Test
    void updateOfAnUnknownTrialIsAProblem() {
        Map<String, byte[]> files = TrialBase.files();
        files.remove("tinivo-2.json");
        assertThatExceptionOfType(EvidenceException.class)
                .isThrownBy(() -> new TrialReader().readAll(files))
                .withMessageContaining("tinivo-2-2024.json: $.updates");
    }

    @Test
    @Tag("HZ-27")
    void swappedBoundsAreRefused() {
        assertThat(mutated(
                        "contact-03.json", file -> swap((ObjectNode) file.at("/results/0/effect"), "lower", "upper")))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("lower <= upper");
    }

    @Test
    @Tag("HZ-27")
    void pointOutsideItsIntervalIsRefused() {
        assertThat(mutated(
                        "contact-01.json",
                        file -> ((ObjectNode) file.at("/results/0/arms/0/median")).put("value", 17.0)))
                .isNotEmpty();
    }

    @Test
    @Tag("HZ-27")
    void swappedArmAndReferenceAreRefusedInEveryRatio() {
        for (String name : TrialBase.files().keySet()) {
            JsonNode original = tree(name);
            for (int i = 0; i < original.path("results").size(); i++) {
                String pointer = "/results/" + i + "/effect";
                if (original.at(pointer).has("reference")) {
                    assertThat(mutated(name, file -> swap((ObjectNode) file.at(pointer), "arm", "reference")))
                            .as(name + pointer)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    @Tag("HZ-27")
    void swappedFiguresOfTheArmsAreRefusedWhereTheRatioLeavesOutOne() {
        for (String[] place : new String[][] {
            {"checkmate-025.json", "/results/0"},
            {"checkmate-025.json", "/results/2"},
            {"keynote-564.json", "/results/0"},
            {"contact-01.json", "/results/1"}
        }) {
            assertThat(mutated(place[0], file -> swapArms((ArrayNode) file.at(place[1] + "/arms"))))
                    .as(place[0] + place[1])
                    .isNotEmpty();
        }
    }

    @Test
    @Tag("HZ-27")
    void swappedCountsOfTheArmsAreRefusedByTheirGroupSizes() {
        assertThat(mutated("contact-03.json", file -> swapArms((ArrayNode) file.at("/results/0/arms"))))
                .extracting(Problem::path)
                .contains("$.results[0].arms[0].events.of", "$.results[0].arms[1].events.of");
    }

    @Test
    void unknownArmIsRefusedWhereverItIsNamed() {
        assertThat(mutated("contact-03.json", file -> {
                    ((ObjectNode) file.at("/results/0/arms/0")).put("arm", "pazopanib");
                    ((ObjectNode) file.at("/results/1/effect")).put("reference", "sunitinib");
                    ((ObjectNode) file.at("/harms/0")).put("arm", "placebo");
                }))
                .extracting(Problem::path)
                .contains("$.results[0].arms[0].arm", "$.results[1].effect.reference", "$.harms[0].arm");
    }

    @Test
    void intervalNeedsItsLevel() {
        assertThat(mutated("checkmate-025.json", file -> ((ObjectNode) file.at("/results/0/effect")).remove("level")))
                .extracting(Problem::path)
                .contains("$.results[0].effect.level");
    }

    @Test
    void levelMustBeTheOnePrinted() {
        assertThat(mutated("checkmate-025.json", file -> ((ObjectNode) file.at("/results/0/effect")).put("level", 95)))
                .isNotEmpty();
    }

    @Test
    void countMustFitItsShareWithinOnePoint() {
        assertThat(mutated("contact-03.json", file -> ((ObjectNode) file.at("/harms/2")).put("n", 27)))
                .isNotEmpty();
    }

    @Test
    void numberMustStandInThePrintedText() {
        assertThat(mutated("contact-01.json", file -> ((ObjectNode) file.at("/results/0/effect")).put("p", ".3686")))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("lacks .3686"));
    }

    @Test
    @Tag("HZ-07")
    void citedEntryMayCarryNoFigures() {
        assertThat(mutated(
                        "impower130.json",
                        file -> file.set("arms", tree("axis.json").get("arms"))))
                .isNotEmpty();
    }

    @Test
    void repeatedIdsAreRefused() {
        assertThat(mutated("contact-03.json", file -> ((ObjectNode) file.at("/results/1")).put("id", "pfs")))
                .extracting(Problem::message)
                .contains("repeats the id pfs");
    }

    @Test
    void fileThatIsNotUtf8IsAProblem() {
        List<Problem> problems = new ArrayList<>();
        byte[] utf16 = TrialBase.text("axis.json").getBytes(StandardCharsets.UTF_16LE);
        byte[] broken = {'"', (byte) 0xff, '"'};
        byte[] utf32 = {0, 0, (byte) 0xfe, (byte) 0xff, 0x7f, 0, 0, 0};
        assertThat(new TrialReader().read("a.json", utf32, problems)).isEmpty();
        assertThat(new TrialReader().read("b.json", broken, problems)).isEmpty();
        assertThat(problems).extracting(Problem::file).containsExactly("a.json", "b.json");
        assertThat(new TrialReader().read("c.json", utf16, new ArrayList<>())).isPresent();
    }

    @Test
    void hugeExponentIsRefusedWithoutBeingExpanded() {
        String json = TrialBase.text("axis.json").replace("\"value\": 6.7,", "\"value\": 1e1000000000,");
        List<Problem> problems = new ArrayList<>();
        assertThat(new TrialReader().read("axis.json", json.getBytes(StandardCharsets.UTF_8), problems))
                .isEmpty();
        assertThat(problems).isNotEmpty();
    }

    private static List<Problem> mutated(String name, Consumer<ObjectNode> mutation) {
        ObjectNode file = tree(name);
        mutation.accept(file);
        List<Problem> problems = new ArrayList<>();
        try {
            new TrialReader().read(name, MAPPER.writeValueAsBytes(file), problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return problems;
    }

    private static ObjectNode tree(String name) {
        try {
            return (ObjectNode) MAPPER.readTree(TrialBase.text(name));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void swap(ObjectNode node, String one, String other) {
        JsonNode first = node.get(one);
        node.set(one, node.get(other));
        node.set(other, first);
    }

    private static void swapArms(ArrayNode arms) {
        JsonNode first = arms.get(0).get("arm");
        ((ObjectNode) arms.get(0)).set("arm", arms.get(1).get("arm"));
        ((ObjectNode) arms.get(1)).set("arm", first);
    }
}
