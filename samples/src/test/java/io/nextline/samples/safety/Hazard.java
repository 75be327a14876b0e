package io.nextline.samples.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A way in which Nextline could harm.
 *
 * @param id {@code HZ-01} to {@code HZ-34}
 * @param hazard what could go wrong
 * @param mitigation what the code does about it
 * @param untested why no test can show it, or empty
 */
record Hazard(String id, String hazard, String mitigation, String untested) {

    /** Returns all hazards in the order of their ids. */
    static List<Hazard> all() {
        List<Hazard> hazards = new ArrayList<>();
        try (InputStream json = Objects.requireNonNull(Hazard.class.getResourceAsStream("hazards.json"))) {
            for (JsonNode node : new ObjectMapper().readTree(json)) {
                hazards.add(new Hazard(
                        node.path("id").asText(),
                        node.path("hazard").asText(),
                        node.path("mitigation").asText(),
                        node.path("untested").asText("")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return hazards;
    }
}
