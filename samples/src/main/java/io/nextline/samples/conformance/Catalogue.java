package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of {@code requirements.json}, in its order. Immutable. */
public final class Catalogue {

    private final Map<String, Requirement> byId;

    private Catalogue(Map<String, Requirement> byId) {
        this.byId = byId;
    }

    /** Reads the catalogue that comes with the program. */
    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream("requirements.json")) {
            Map<String, Requirement> byId = new LinkedHashMap<>();
            for (JsonNode each : new ObjectMapper().readTree(in)) {
                Requirement rule = requirement(each);
                if (byId.put(rule.id(), rule) != null) {
                    throw new IllegalStateException("requirements.json has two rules " + rule.id());
                }
            }
            return new Catalogue(byId);
        } catch (IOException broken) {
            throw new UncheckedIOException("requirements.json is part of the program", broken);
        }
    }

    private static Requirement requirement(JsonNode json) {
        return new Requirement(
                json.required("id").textValue(),
                Level.valueOf(json.required("level").textValue()),
                json.required("section").textValue(),
                json.required("text").textValue());
    }

    /** Returns every rule. */
    public List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the rule of this id. */
    Requirement named(String id) {
        Requirement rule = byId.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("requirements.json has no rule " + id);
        }
        return rule;
    }
}
