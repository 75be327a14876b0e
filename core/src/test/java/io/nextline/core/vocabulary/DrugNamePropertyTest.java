package io.nextline.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.core.vocabulary.DrugRecognition.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name of the vocabulary under noise, and ordinary medicines that must never become cancer drugs. */
@Tag("HZ-08")
@Tag("HZ-10")
@Tag("HZ-08")
@Tag("HZ-10")
final class DrugNamePropertyTest {

    private static final DrugRecogniser RECOGNISER = Vocabulary.load().recogniser();
    private static final int TIMES = 20;
    private static final List<String> SPACES = List.of(" ", "  ", "\t", "\u00A0", "\u2009", " - ", "\n", "/");
    private static final List<String> WITHOUT_WIDTH = List.of("\u00AD", "\u200B", "\u200D", "\uFEFF", "\u0301");
    private static final List<String> AROUND =
            List.of("%s", "  %s  ", "(%s)", "[%s]", "\"%s\"", "%s 100 mg", "%s\u00AE", "24 ML %s 10 MG/ML Injection");

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new TreeMap<>();
        try (InputStream in = VocabularySource.bundled().open("drugs.json")) {
            for (JsonNode drug : new ObjectMapper().readTree(in).path("drugs")) {
                String name = drug.path("name").asText();
                names.computeIfAbsent(name, key -> new ArrayList<>()).add(name);
                drug.path("names").forEach(other -> names.get(name).add(other.asText()));
                drug.path("brands").forEach(other -> names.get(name).add(other.asText()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    private static String noisy(String name, Random random) {
        StringBuilder noisy = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ' || c == '-') {
                noisy.append(SPACES.get(random.nextInt(SPACES.size())));
                continue;
            }
            if (noisy.length() > 0 && random.nextInt(12) == 0) {
                noisy.append(WITHOUT_WIDTH.get(random.nextInt(WITHOUT_WIDTH.size())));
            }
            noisy.append(letter(c, random));
        }
        return String.format(Locale.ROOT, AROUND.get(random.nextInt(AROUND.size())), noisy);
    }

    private static char letter(char c, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> Character.toUpperCase(c);
            case 3 -> c > ' ' && c < 127 ? (char) (c - '!' + '\uFF01') : c;
            default -> c;
        };
    }

    private static List<String> named(String text) {
        return RECOGNISER.recognise(text).drugs().stream().map(Drug::name).toList();
    }

    @Test
    void noiseInCaseSpaceAndWidthNamesTheSameDrug() {
        Random random = new Random(20261121);
        names().forEach((drug, names) -> {
            for (String name : names) {
                for (int i = 0; i < TIMES; i++) {
                    String text = noisy(name, random);
                    assertThat(named(text)).as("'%s' for %s", text, drug).containsExactly(drug);
                }
            }
        });
    }

    @Test
    void aNameInsideAnotherWordNamesNothing() {
        names().forEach((drug, names) -> {
            // A name of several words may hold a shorter name of the same drug.
            for (String name : names.stream().filter(one -> !one.contains(" ")).toList()) {
                assertThat(named("qq" + name)).as(name).doesNotContain(drug);
                assertThat(named(name + "qq")).as(name).doesNotContain(drug);
            }
        });
    }

    @Test
    void aNameTakenBackNamesNothing() {
        names().forEach((drug, names) -> {
            for (String name : names) {
                for (String text : List.of("no prior %s", "never received %s", "allergy to %s", "%s declined")) {
                    String said = String.format(Locale.ROOT, text, name);
                    assertThat(RECOGNISER.recognise(said).isRecognised())
                            .as(said)
                            .isFalse();
                }
            }
        });
    }

    static Stream<String> ordinaryMedicines() {
        return Tables.rows("ordinary-medicines.tsv").stream().map(row -> row.get(0));
    }

    @ParameterizedTest
    @MethodSource("ordinaryMedicines")
    void ordinaryMedicineIsNeverACancerDrug(String name) {
        Random random = new Random(name.hashCode());
        assertThat(RECOGNISER.recognise(name).outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
        for (int i = 0; i < TIMES; i++) {
            assertThat(RECOGNISER.recognise(noisy(name, random)).outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
        }
    }

    @Test
    void ordinaryWordsInAnyMixAreNoCancerDrug() {
        List<String> words = ordinaryMedicines()
                .flatMap(name -> Stream.of(name.split("[^A-Za-z]+")))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(3) == 0 ? "/" : " ");
            }
            assertThat(RECOGNISER.recognise(text.toString()).isRecognised())
                    .as(text.toString())
                    .isFalse();
        }
    }
}
