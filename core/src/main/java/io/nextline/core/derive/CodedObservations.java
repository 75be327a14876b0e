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

    CodedObservations(List<Observation> observations, Vocabulary vocabulary) {
        for (Observation observation : observations) {
            ObservationKind kind = vocabulary.observations().kindOf(observation.code());
            if (kind != null) {
                byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(observation);
            }
        }
    }

    /** Returns the observations of a kind, in the order of the record. */
    List<Observation> of(ObservationKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
