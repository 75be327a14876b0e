package io.nextline.core.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.core.fact.PatientFacts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each question is put to the facts once, and what it answers is what it would answer alone. */
final class AnswersTest {

    private static final PatientFacts FACTS = TestFacts.facts().build();

    /** A criterion that counts how often it is asked. */
    private static final class Counting implements Criterion {

        private int asked;

        @Override
        public Evaluation evaluate(PatientFacts facts) {
            asked++;
            return Evaluation.of(true, "counted", List.of());
        }
    }

    @Test
    void aQuestionThatStatementsShareIsPutOnce() {
        Counting shared = new Counting();
        Answers answers = new Answers(FACTS);
        answers.to(new AllOf(List.of(shared, new Not(shared))));
        answers.to(new AnyOf(List.of(shared)));
        assertThat(shared.asked).isEqualTo(1);
    }

    @Test
    void everyStatementIsAnsweredAsIfItStoodAlone() {
        Answers answers = new Answers(FACTS);
        for (Statement statement : EvidenceBase.bundled().statements()) {
            Criterion population = statement.population();
            assertThat(answers.to(population)).as(statement.id()).isEqualTo(population.evaluate(FACTS));
        }
    }

    @Test
    void equalQuestionsOfOneBaseAreOneInstance() throws IOException {
        CriterionReader reader = reader();
        assertThat(read("{\"allOf\": [{\"adult\": true}, {\"not\": {\"adult\": true}}]}", reader))
                .isInstanceOfSatisfying(
                        AllOf.class,
                        all -> assertThat(all.parts().get(1))
                                .isInstanceOfSatisfying(
                                        Not.class,
                                        not -> assertThat(not.part())
                                                .isSameAs(all.parts().get(0))));
        assertThat(read("{\"adult\": true}", reader)).isSameAs(read("{\"adult\": true}", reader));
    }

    @Test
    void theBundledBaseAsksNothingTwice() {
        Map<Criterion, Criterion> seen = new HashMap<>();
        for (Statement statement : EvidenceBase.bundled().statements()) {
            asksOnce(statement.population(), seen);
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private static void asksOnce(Criterion criterion, Map<Criterion, Criterion> seen) {
        Criterion before = seen.putIfAbsent(criterion, criterion);
        if (before != null) {
            assertThat(criterion).isSameAs(before);
            return;
        }
        if (criterion instanceof Composition composition) {
            composition.parts().forEach(part -> asksOnce(part, seen));
        }
    }

    private static CriterionReader reader() {
        return new CriterionReader(name -> true, id -> null, (path, problem) -> {
            throw new AssertionError(path + " " + problem);
        });
    }

    private static Criterion read(String json, CriterionReader reader) throws IOException {
        Criterion read = reader.read(new ObjectMapper().readTree(json), "$");
        assertThat(read).isNotNull();
        return read == null ? new IsAdult() : read;
    }
}
