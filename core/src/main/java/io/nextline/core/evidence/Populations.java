package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.CriterionReader;
import io.nextline.core.criterion.IsAdult;
import io.nextline.core.trial.Problem;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of all statements, equal ones as one instance. A population may refer to that of another statement; each is read
 * once and shared, and a circle of references is a problem. Not for concurrent use.
 */
final class Populations {

    /** Stands in for a criterion with problems; a base with problems is never given out. */
    private static final Criterion BROKEN = new IsAdult();

    private final Map<String, StatementFile> files = new HashMap<>();
    private final Map<String, Criterion> populations = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<StatementFile> reading = new ArrayDeque<>();
    private final CriterionReader criteria;
    private final List<Problem> problems;

    Populations(Collection<StatementFile> all, Predicate<String> isDrugOrClass, List<Problem> problems) {
        all.forEach(file -> files.putIfAbsent(file.id(), file));
        this.problems = problems;
        this.criteria = new CriterionReader(
                isDrugOrClass,
                id -> referred(reading.element(), id),
                (path, message) -> problems.add(new Problem(reading.element().name(), jsonPath(path), message)));
    }

    /** Returns the population of a statement. */
    Criterion population(StatementFile file) {
        Criterion known = populations.get(file.name());
        if (known != null) {
            return known;
        }
        open.push(file.id());
        Criterion population = criterion(file, "population");
        open.pop();
        populations.put(file.name(), population);
        return population;
    }

    /** Returns the proposal of a statement, or null if it needs none. */
    @Nullable Criterion proposal(StatementFile file) {
        return file.json().hasNonNull("proposal") ? criterion(file, "proposal") : null;
    }

    private Criterion criterion(StatementFile file, String field) {
        JsonNode node = file.json().get(field);
        if (node == null || node.isNull()) {
            problems.add(new Problem(file.name(), "$." + field, "is required"));
            return BROKEN;
        }
        reading.push(file);
        Criterion criterion = criteria.read(node, "$/" + field);
        reading.pop();
        return criterion == null ? BROKEN : criterion;
    }

    private @Nullable Criterion referred(StatementFile from, String id) {
        StatementFile file = files.get(id);
        if (file == null) {
            return null;
        }
        if (!populations.containsKey(file.name()) && open.contains(id)) {
            problems.add(new Problem(from.name(), "$.population", "refers in a circle: " + circle(id)));
            return BROKEN;
        }
        return population(file);
    }

    private String circle(String id) {
        StringBuilder circle = new StringBuilder(id);
        for (String each : open) {
            circle.insert(0, each + " -> ");
            if (each.equals(id)) {
                break;
            }
        }
        return circle.toString();
    }

    /** Turns a path with parts joined by slashes into the form that every other problem has: {@code $.population.allOf[2]}. */
    static String jsonPath(String path) {
        StringBuilder text = new StringBuilder();
        for (String part : path.split("/", -1)) {
            boolean index = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
            text.append(index ? "[" + part + "]" : (text.isEmpty() ? "" : ".") + part);
        }
        return text.toString();
    }
}
