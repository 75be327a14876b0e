package io.nextline.fhir.evidence;

import io.nextline.core.criterion.Criterion;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decision statements as {@code PlanDefinition}. Their conditions are text for people, in R5 in the language {@code text/plain}:
 * what decides is this project's own criteria, and nothing here pretends to be executable.
 */
final class StatementMapper {
    private final Metadata metadata;
    private final Function<Criterion, String> words;

    /**
     * Takes what writes a condition.
     *
     * @param words says a criterion in words
     */
    StatementMapper(Metadata metadata, Function<Criterion, String> words) {
        this.metadata = metadata;
        this.words = words;
    }

    List<FhirObject> statements(EvidenceBase base) {
        Map<String, String> replacedBy = new TreeMap<>();
        Map<String, List<String>> guardedBy = new TreeMap<>();
        for (Statement each : base.statements()) {
            each.supersedes().forEach(old -> replacedBy.put(old, each.id()));
            each.guards()
                    .forEach(guarded -> guardedBy
                            .computeIfAbsent(guarded, any -> new ArrayList<>())
                            .add(each.id()));
        }
        return base.statements().stream()
                .map(each -> statement(each, replacedBy.get(each.id()), guardedBy.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private FhirObject statement(Statement statement, @Nullable String replacedBy, List<String> guards) {
        FhirObject plan = metadata.definition("PlanDefinition", FhirId.of(statement.id()), statement.summary())
                .with("meta", layer(statement))
                .add("identifier", Datatypes.identifier(Urls.STATEMENT, statement.id()))
                .with("status", Metadata.status(replacedBy))
                .with("experimental", false)
                .with("type", kind(statement))
                .with("date", statement.published())
                .with("description", statement.text())
                .with("usage", usage(statement))
                .with("topic", topics(statement));
        statement.cancers().forEach(cancer -> plan.add("useContext", focus(cancer.id())));
        related(statement, replacedBy, guards).forEach(each -> plan.add("relatedArtifact", each));
        return plan.add("action", action(statement));
    }

    private FhirObject layer(Statement statement) {
        return statement.seed()
                ? metadata.layer("seed", "source documents")
                : metadata.layer("update", "later publication, with its own source");
    }

    private FhirObject kind(Statement statement) {
        String code = statement.kind().id();
        return metadata.codes().concept(OwnSystem.STATEMENT_KIND, code, code);
    }

    private static String usage(Statement statement) {
        List<String> sentences = new ArrayList<>(statement.limits());
        sentences.add("Reports what trials found; it is no order and no recommendation.");
        return String.join("\n", sentences);
    }

    private List<FhirObject> topics(Statement statement) {
        OwnCodes codes = metadata.codes();
        return List.of(
                codes.concept(
                        OwnSystem.TOPIC,
                        statement.topic().id(),
                        statement.topic().display()),
                codes.concept(
                        OwnSystem.STRENGTH,
                        statement.strength().id(),
                        statement.strength().display()));
    }

    private FhirObject focus(String cancer) {
        return new FhirObject()
                .with("code", Datatypes.coding(Urls.TERMINOLOGY + "usage-context-type", "focus", "Clinical Focus"))
                .with(
                        "valueCodeableConcept",
                        metadata.codes().concept(OwnSystem.DISEASE, cancer, cancer.replace('-', ' ')));
    }

    private List<FhirObject> related(Statement statement, @Nullable String replacedBy, List<String> guards) {
        List<FhirObject> related = new ArrayList<>();
        related.add(new FhirObject().with("type", "citation").with("citation", statement.source()));
        for (String trial : statement.trials()) {
            related.add(artifact("derived-from", "ResearchStudy", trial));
        }
        for (String old : statement.supersedes()) {
            related.add(artifact(metadata.r4() ? "predecessor" : "replaces", "PlanDefinition", old));
        }
        if (replacedBy != null) {
            related.add(artifact(metadata.r4() ? "successor" : "replaced-with", "PlanDefinition", replacedBy));
        }
        for (String guard : guards) {
            related.add(artifact("depends-on", "PlanDefinition", guard)
                    .with("display", guard + ": where it holds, this statement does not"));
        }
        return related;
    }

    private static FhirObject artifact(String kind, String type, String name) {
        return new FhirObject()
                .with("type", kind)
                .with("display", name)
                .with("resource", Urls.canonical(type, FhirId.of(name)));
    }

    private FhirObject action(Statement statement) {
        FhirObject action = new FhirObject().with("title", statement.summary()).with("description", statement.text());
        String population = "Which patients it is about:\n" + words.apply(statement.population());
        String proposal = statement.proposal() == null
                ? null
                : "Which drafted order it is about:\n" + words.apply(statement.proposal());
        if (metadata.r4()) {
            // R4 takes no plain text as a condition, and another language would pretend that it can be executed.
            return action.with("textEquivalent", proposal == null ? population : population + "\n" + proposal);
        }
        action.add("condition", condition(population));
        return proposal == null ? action : action.add("condition", condition(proposal));
    }

    private static FhirObject condition(String text) {
        FhirObject expression = new FhirObject()
                .with("description", "In words for people; not executable")
                .with("language", "text/plain")
                .with("expression", text);
        return new FhirObject().with("kind", "applicability").with("expression", expression);
    }
}
