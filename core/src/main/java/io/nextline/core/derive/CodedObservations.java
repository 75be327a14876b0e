package io.nextline.core.derive;

import io.nextline.core.fhir.Observation;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The observations that bear on the conclusions, by what they are. Most observations of a record are none of ours. */
final class CodedObservations {

    private final Map<ObservationKind, List<Observation>> byKind = new EnumMap<>(ObservationKind.class);
    private final Map<ObservationKind, List<Measurement>> parts = new EnumMap<>(ObservationKind.class);

    CodedObservations(List<Observation> observations, Vocabulary vocabulary) {
        for (Observation observation : observations) {
            ObservationKind kind = vocabulary.observations().kindOf(observation.code());
            if (kind != null) {
                byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(observation);
            }
            for (Observation.Component part : observation.component()) {
                ObservationKind of = vocabulary.observations().kindOf(part.code());
                if (of != null) {
                    parts.computeIfAbsent(of, k -> new ArrayList<>()).add(Measurement.of(observation, part));
                }
            }
        }
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
