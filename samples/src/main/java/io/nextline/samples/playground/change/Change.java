package io.nextline.samples.playground.change;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.nextline.core.fact.PatientFacts;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A named change of one fact.
 *
 * @param id its name in links
 * @param label what it does, as an order to the chart
 * @param hint what to look out for
 * @param fits whether there is something to change
 * @param edit makes the change
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE, getterVisibility = JsonAutoDetect.Visibility.NONE)
public record Change(
        @JsonProperty String id,
        @JsonProperty String label,
        @JsonProperty String hint,
        Predicate<PatientFacts> fits,
        Consumer<Chart> edit) {

    /** Changes the chart. */
    public void make(Chart chart) {
        edit.accept(chart);
    }
}
