package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.JsonFields;
import io.nextline.core.trial.Problem;
import io.nextline.core.vocabulary.Profile;
import io.nextline.core.vocabulary.Profile.Origin;
import io.nextline.core.vocabulary.Profile.Threshold;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code profile.json}. */
final class ProfileReader {

    private final Predicate<String> isDrug;
    private final List<Problem> problems;

    ProfileReader(Predicate<String> isDrug, List<Problem> problems) {
        this.isDrug = isDrug;
        this.problems = problems;
    }

    /** Returns the profile, or null after its problems have been noted. */
    @Nullable Profile read(EvidenceFiles files) {
        String file = EvidenceFiles.PROFILE;
        byte[] json = files.file(file);
        if (json == null) {
            problems.add(new Problem(file, "$", "is missing; it holds the thresholds of the evaluation"));
            return null;
        }
        JsonNode node = EvidenceJson.read(files, file, json, problems);
        return node == null ? null : profile(new JsonFields(file, "$", node, problems));
    }

    private @Nullable Profile profile(JsonFields fields) {
        return fields.build(() -> {
            String version = fields.text("version");
            SortedMap<String, Threshold> thresholds = fields.object("thresholds", ProfileReader::thresholds);
            List<Set<String>> pairs = fields.objects("exchangeable", this::pair);
            List<String> maintenance = drugs(fields, "switchMaintenance");
            return new Profile(
                    version, thresholds == null ? new TreeMap<>() : thresholds, pairs, new HashSet<>(maintenance));
        });
    }

    private static @Nullable SortedMap<String, Threshold> thresholds(JsonFields fields) {
        return fields.build(() -> {
            SortedMap<String, Threshold> thresholds = new TreeMap<>();
            for (String name : Profile.units().keySet()) {
                Threshold threshold = fields.object(name, ProfileReader::threshold);
                if (threshold != null) {
                    thresholds.put(name, threshold);
                }
            }
            return thresholds;
        });
    }

    private static @Nullable Threshold threshold(JsonFields fields) {
        return fields.build(() -> {
            Integer value = fields.optionalCount("value");
            return new Threshold(
                    value == null ? 0 : value,
                    fields.text("unit"),
                    fields.choice("origin", Origin.values(), Origin::id),
                    fields.text("source"));
        });
    }

    private @Nullable Set<String> pair(JsonFields fields) {
        return fields.build(() -> {
            Set<String> pair = new HashSet<>(drugs(fields, "drugs"));
            if (pair.size() != 2) {
                fields.unfit("drugs", "needs two different drugs");
            }
            return pair;
        });
    }

    private List<String> drugs(JsonFields fields, String name) {
        List<String> drugs = fields.texts(name);
        for (String drug : drugs) {
            if (!isDrug.test(drug)) {
                fields.unfit(name, "'" + drug + "' is not a drug of the vocabulary");
            }
        }
        return drugs;
    }
}
