package io.nextline.core.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a criterion from its JSON form: an object with exactly one key, the question, and its argument as the value. The
 * vocabulary is closed: an unknown question, drug or class is a problem of the file. Not thread-safe; used while loading.
 */
public final class CriterionReader {

    private static final Set<String> NO_ARGUMENT = Set.of("true");

    private final Predicate<String> isDrugOrClass;
    private final Function<String, @Nullable Criterion> populationOf;
    private final BiConsumer<String, String> problems;
    // Under their JSON, since an equality of each kind of criterion would cost a launch some milliseconds.
    private final Map<JsonNode, Criterion> distinct = new HashMap<>();
    private final Map<String, Question> questions = new TreeMap<>();

    /** Reads the argument of one kind of question. */
    private interface Question {
        @Nullable Criterion read(JsonNode argument, String path);
    }

    /**
     * Creates a reader. It gives out criteria of equal JSON as one instance, so that {@link Answers} puts each question once.
     *
     * @param isDrugOrClass whether a name is a drug or a class of the vocabulary
     * @param populationOf returns the population of another statement by its id, or null if there is none
     * @param problems takes the JSON path and the message of each problem
     */
    public CriterionReader(
            Predicate<String> isDrugOrClass,
            Function<String, @Nullable Criterion> populationOf,
            BiConsumer<String, String> problems) {
        this.isDrugOrClass = isDrugOrClass;
        this.populationOf = populationOf;
        this.problems = problems;
        composition();
        disease();
        therapy();
        proposal();
        adjuvant();
    }

    private void composition() {
        questions.put("allOf", (argument, path) -> composed(argument, path, AllOf::new));
        questions.put("anyOf", (argument, path) -> composed(argument, path, AnyOf::new));
        questions.put("not", (argument, path) -> {
            Criterion part = read(argument, path);
            return part == null ? null : new Not(part);
        });
        questions.put("population", (argument, path) -> {
            Criterion population = populationOf.apply(argument.asText());
            return population != null ? population : problem(path, "no statement has the id " + argument.asText());
        });
        questions.put(
                "clinicianJudges",
                (argument, path) -> new ClinicianJudges(
                        argument.path("question").asText(),
                        pick(MissingFact.values(), MissingFact::id, argument.path("fact"), path)));
    }

    private void disease() {
        questions.put(
                "diagnosis",
                (argument, path) -> new DiagnosisIs(pick(DiagnosisType.values(), DiagnosisType::id, argument, path)));
        questions.put("histology", (argument, path) -> new HistologyIn(strings(argument)));
        questions.put("stage", (argument, path) -> {
            List<Stage> stages = new ArrayList<>();
            argument.forEach(stage -> stages.add(pick(Stage.values(), Stage::id, stage, path)));
            return new StageIn(stages);
        });
        questions.put("adult", plain(new IsAdult()));
        questions.put("firstRelapse", plain(new IsFirstRelapse()));
        questions.put("oligoprogression", plain(new HasOligoprogression()));
        questions.put("site", (argument, path) -> new HasSite(argument.asText()));
        questions.put("extracranialSite", plain(new HasExtracranialSite()));
        questions.put("primaryInPlace", plain(new HasPrimaryInPlace()));
    }

    private void therapy() {
        questions.put("progressedOn", (argument, path) -> new HasProgressedOn(drugs(argument, path)));
        questions.put("progressedOnLatestLine", plain(new HasProgressedOnLatestLine()));
        questions.put("progressed", plain(new HasProgressed()));
        questions.put(
                "latestProgressedRegimen",
                (argument, path) -> new LatestProgressedRegimenHas(
                        drugs(argument.path("with"), path + "/with"),
                        drugs(argument.path("without"), path + "/without")));
        questions.put("received", (argument, path) -> new Received(drugs(argument, path)));
        questions.put("receivedForAdvanced", (argument, path) -> new ReceivedForAdvanced(drugs(argument, path)));
        questions.put("unused", (argument, path) -> new Unused(drug(argument, path)));
        questions.put("neverReceived", (argument, path) -> new NeverReceived(drug(argument, path)));
        questions.put("currentlyOn", (argument, path) -> new CurrentlyOn(drugs(argument, path)));
        questions.put("advancedLinesAtLeast", (argument, path) -> new AdvancedLinesAtLeast(argument.asInt()));
        questions.put("advancedLinesAtMost", (argument, path) -> new AdvancedLinesAtMost(argument.asInt()));
    }

    private void proposal() {
        questions.put("proposed", (argument, path) -> new Proposes(drugs(argument, path)));
        questions.put("proposedRegimen", (argument, path) -> new ProposesRegimen(drugs(argument, path)));
        questions.put("proposedAlone", (argument, path) -> new ProposesAlone(drug(argument, path)));
        questions.put("proposedProcedure", (argument, path) -> new ProposesProcedure(argument.asText()));
    }

    private void adjuvant() {
        questions.put("relapsedAfterAdjuvantIci", plain(new RelapsedAfterAdjuvantIci()));
        questions.put("relapsedDuringAdjuvantIci", plain(new RelapsedDuringAdjuvantIci()));
        questions.put("completedAdjuvantIci", plain(new CompletedAdjuvantIci()));
    }

    /** Returns the criterion, or null after its problems have been reported. */
    public @Nullable Criterion read(JsonNode node, String path) {
        if (!node.isObject() || node.size() != 1) {
            return problem(path, "a criterion is an object with exactly one key, the question");
        }
        String key = node.fieldNames().next();
        Question question = questions.get(key);
        if (question == null) {
            return problem(path, "unknown question '" + key + "'; known are " + questions.keySet());
        }
        Criterion criterion = question.read(node.get(key), path + "/" + key);
        return criterion == null ? null : distinct.computeIfAbsent(node, json -> criterion);
    }

    private @Nullable Criterion composed(
            JsonNode argument, String path, Function<List<Criterion>, Criterion> composition) {
        if (!argument.isArray() || argument.isEmpty()) {
            return problem(path, "needs a list of at least one criterion");
        }
        List<Criterion> parts = new ArrayList<>();
        for (int i = 0; i < argument.size(); i++) {
            Criterion part = read(argument.get(i), path + "/" + i);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() == argument.size() ? composition.apply(parts) : null;
    }

    private Question plain(Criterion criterion) {
        return (argument, path) ->
                NO_ARGUMENT.contains(argument.asText()) ? criterion : problem(path, "takes no argument but true");
    }

    private List<String> drugs(JsonNode argument, String path) {
        List<String> names = strings(argument);
        names.forEach(name -> checkDrug(name, path));
        return names;
    }

    private String drug(JsonNode argument, String path) {
        checkDrug(argument.asText(), path);
        return argument.asText();
    }

    private void checkDrug(String name, String path) {
        if (!isDrugOrClass.test(name)) {
            problem(path, "'" + name + "' is neither a drug nor a class of the vocabulary");
        }
    }

    private static List<String> strings(JsonNode argument) {
        List<String> values = new ArrayList<>();
        if (argument.isTextual()) {
            values.add(argument.asText());
        }
        argument.forEach(value -> values.add(value.asText()));
        return values;
    }

    private <E> E pick(E[] choices, Function<E, String> id, JsonNode argument, String path) {
        for (E choice : choices) {
            if (id.apply(choice).equals(argument.asText())) {
                return choice;
            }
        }
        problem(path, "'" + argument.asText() + "' is not one of the known values");
        return choices[0];
    }

    private @Nullable Criterion problem(String path, String message) {
        problems.accept(path, message);
        return null;
    }
}
