package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.Problem;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks the words of criteria that are not drugs: a misspelt histology, site or procedure would match no patient, ever, and
 * nobody would notice.
 *
 * @param names the names that the vocabulary knows
 * @param problems where to note what is wrong
 */
record CriterionWords(KnownNames names, List<Problem> problems) {

    /** Notes the words in a criterion, and in those that it is composed of, that are not known. */
    void check(String file, JsonNode criterion, String path) {
        criterion.properties().forEach(question -> {
            String below = path + "." + question.getKey();
            JsonNode argument = question.getValue();
            switch (question.getKey()) {
                case "allOf", "anyOf" -> {
                    for (int i = 0; i < argument.size(); i++) {
                        check(file, argument.get(i), below + "[" + i + "]");
                    }
                }
                case "not" -> check(file, argument, below);
                case "histology" -> argument.forEach(id -> known(id, names::isHistology, "histology", file, below));
                case "site" -> known(argument, names::isSite, "site", file, below);
                case "proposedProcedure" -> known(argument, names::isProcedure, "procedure", file, below);
                default -> {
                    // Drugs, stages and facts are checked where the criterion is read.
                }
            }
        });
    }

    private void known(JsonNode id, Predicate<String> isKnown, String what, String file, String path) {
        if (!isKnown.test(id.asText())) {
            problems.add(new Problem(file, path, "'" + id.asText() + "' is no " + what + " of the vocabulary"));
        }
    }
}
