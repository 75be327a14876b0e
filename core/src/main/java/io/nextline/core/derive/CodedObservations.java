package io.nextline.core.derive;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Observation;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.ObservationVocabulary;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The observations that bear on the conclusions, by what they are. Most observations of a record are none of ours. */
final class CodedObservations {

    private final Map<ObservationKind, List<Observation>> byKind = new EnumMap<>(ObservationKind.class);
    private final Map<ObservationKind, List<Measurement>> parts = new EnumMap<>(ObservationKind.class);

    // The values of one code share one concept, which is looked up once.
    private final IdentityHashMap<CodeableConcept, Optional<ObservationKind>> kinds = new IdentityHashMap<>();

    CodedObservations(List<Observation> observations, Vocabulary vocabulary) {
        ObservationVocabulary codes = vocabulary.observations();
        for (Observation observation : observations) {
            ObservationKind kind = kindOf(observation.code(), codes);
            if (kind != null) {
                byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(observation);
            }
            for (Observation.Component part : observation.component()) {
                ObservationKind of = kindOf(part.code(), codes);
                if (of != null) {
                    parts.computeIfAbsent(of, k -> new ArrayList<>()).add(Measurement.of(observation, part));
                }
            }
        }
    }

    private @Nullable ObservationKind kindOf(@Nullable CodeableConcept code, ObservationVocabulary codes) {
        if (code == null) {
            return null;
        }
        return kinds.computeIfAbsent(code, each -> Optional.ofNullable(codes.kindOf(each)))
                .orElse(null);
    }

    /** Returns the observations of a kind, in the order of the record. */
    List<Observation> of(ObservationKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Returns the values of a kind: those of observations, then those of components, each in the order of the record. */
    List<Measurement> measured(ObservationKind kind) {
        List<Measurement> all = new ArrayList<>();
        of(kind).forEach(observation -> all.add(Measurement.of(observation)));
        all.addAll(parts.getOrDefault(kind, List.of()));
        return all;
    }
}
