package io.nextline.core.criterion;

import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the cancer progressed on or after therapy with all of these drugs or classes in one line? Stopping for toxicity or by plan
 * is not progression. After adjuvant therapy a relapse counts within the profile's window only; later it stays open, since
 * trials differ in whether they accept it.
 *
 * @param drugsOrClasses drug names or classes; the line must hold every one of them
 */
public record HasProgressedOn(List<String> drugsOrClasses) implements Criterion {

    /** Copies the names. */
    public HasProgressedOn {
        drugsOrClasses = List.copyOf(drugsOrClasses);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        String what = String.join(" with ", drugsOrClasses);
        List<LineOfTherapy> lines = facts.therapy().lines();
        List<Evaluation> answers = new ArrayList<>();
        boolean laterProgression = false;
        for (int i = lines.size() - 1; i >= 0; i--) {
            LineOfTherapy line = lines.get(i);
            if (drugsOrClasses.stream().allMatch(line::has)) {
                answers.add(LineProgression.of(facts, line, laterProgression, what));
            }
            laterProgression |= line.hasProgressed();
        }
        if (answers.isEmpty()) {
            return Received.absence(facts, "no progression on " + what, what, false);
        }
        Truth truth = answers.stream().map(Evaluation::truth).reduce(Truth.FALSE, Truth::or);
        return answers.size() == 1 ? answers.get(0) : AllOf.combine(truth, "progression on " + what, answers);
    }
}
