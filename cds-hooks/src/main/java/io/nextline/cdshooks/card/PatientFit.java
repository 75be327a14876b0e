package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the patient compares with the population of a statement, question by question: met, not met or unknown, in words. There
 * is no score and no share: a likeness is no permission (hazards HZ-22, HZ-32).
 */
final class PatientFit {

    private final Map<Truth, Set<String>> reasons = new EnumMap<>(Truth.class);

    private PatientFit() {
        for (Truth truth : Truth.values()) {
            reasons.put(truth, new LinkedHashSet<>());
        }
    }

    /** Takes the criterion tree apart. */
    static PatientFit of(Evaluation evaluation) {
        PatientFit fit = new PatientFit();
        fit.collect(evaluation, false);
        return fit;
    }

    /** Returns the reasons of this truth, in the order of the criteria. */
    List<String> reasons(Truth truth) {
        return List.copyOf(reasons.getOrDefault(truth, Set.of()));
    }

    // What a question composes to is seen from the answers: a whole weaker than one of its parts is an "all of", a
    // whole
    // stronger than one of them an "any of", and a single part of the opposite truth is denied.
    private void collect(Evaluation node, boolean denied) {
        if (node.parts().isEmpty()) {
            add(denied ? node.truth().not() : node.truth(), node.reason());
            return;
        }
        boolean denies = node.parts().size() == 1
                && node.parts().get(0).truth() == node.truth().not()
                && node.truth() != Truth.UNKNOWN;
        List<Evaluation> parts = denied || showsDecidingOnly(node) ? deciding(node) : node.parts();
        for (Evaluation part : parts) {
            collect(part, denied ^ denies);
        }
    }

    // Of an "any of" that holds, the alternatives that do not hold are of no concern.
    private static boolean showsDecidingOnly(Evaluation node) {
        Truth strongest = node.parts().stream().map(Evaluation::truth).reduce(Truth.FALSE, Truth::or);
        Truth weakest = node.parts().stream().map(Evaluation::truth).reduce(Truth.TRUE, Truth::and);
        return node.truth() == strongest && node.truth() != weakest;
    }

    private static List<Evaluation> deciding(Evaluation node) {
        return node.parts().stream()
                .filter(part -> part.truth() == node.truth())
                .toList();
    }

    private void add(Truth truth, String reason) {
        Set<String> set = reasons.get(truth);
        if (set != null && !reason.isBlank()) {
            set.add(Markdown.line(reason));
        }
    }
}
