package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that was observed: of an Observation, or of one of its components.
 *
 * @param observation the Observation that holds it
 * @param value the value, or null if there is none or the record says that it is absent (hazard HZ-13)
 * @param interpretation high, low, positive and others
 * @param ranges the laboratory's limits
 * @param element where it stands
 */
record Measurement(
        Observation observation,
        @Nullable ObservationValue value,
        List<CodeableConcept> interpretation,
        List<Observation.ReferenceRange> ranges,
        String element) {

    static Measurement of(Observation observation) {
        ObservationValue value = observation.dataAbsentReason() == null ? observation.value() : null;
        return new Measurement(observation, value, observation.interpretation(), observation.referenceRange(), "value");
    }

    static Measurement of(Observation observation, Observation.Component part) {
        return new Measurement(
                observation, part.value(), part.interpretation(), part.referenceRange(), "component.value");
    }

    /** Returns when it was observed, or null. */
    @Nullable FhirDate date() {
        return observation.effective() == null ? null : observation.effective().startOrEnd();
    }

    Provenance provenance() {
        return new Provenance(observation.header().reference(), element, date());
    }
}
