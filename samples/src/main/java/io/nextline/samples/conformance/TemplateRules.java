package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prefetch templates of one service. */
final class TemplateRules {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern QUERY = Pattern.compile("[A-Z][A-Za-z]+(/[^/?\\s]+|\\?\\S+)?");
    private static final Pattern CONTEXT = Pattern.compile("context\\.([A-Za-z]\\w*)");
    private static final Pattern PARAMETER =
            Pattern.compile("[a-z][A-Za-z0-9-]*(:in)?|_id|_count|_sort|_maxresults|_lastUpdated");
    private static final Set<String> FAR_COMPARISONS = Set.of("ne", "sa", "eb", "ap");

    private final JsonNode service;
    private final Place place;

    TemplateRules(JsonNode service, Place place) {
        this.service = service;
        this.place = place;
    }

    void check() {
        JsonNode prefetch = service.path("prefetch");
        if (prefetch.isMissingNode()) {
            return;
        }
        boolean texts = prefetch.isObject();
        for (JsonNode each : prefetch) {
            texts &= each.isTextual();
        }
        if (place.holds("2.0#discovery.prefetch", texts, "prefetch is " + Seen.value(prefetch))) {
            for (Map.Entry<String, JsonNode> each : prefetch.properties()) {
                template(each.getValue().textValue(), place.part(Seen.quoted(each.getKey())));
            }
        }
    }

    private void template(String template, Place key) {
        String plain = TOKEN.matcher(template).replaceAll("token");
        boolean legal = QUERY.matcher(plain).matches() && !plain.contains("{") && !plain.contains("}");
        if (key.holds("2.0#prefetch-template.query", legal, Seen.quoted(template))) {
            String query = plain.contains("?") ? plain.substring(plain.indexOf('?') + 1) : "";
            key.holds("2.0#prefetch-template.subset", isSubset(query), Seen.quoted(template));
        }
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            String name = token.group(1).strip();
            key.holds("2.0#prefetch-template.token", isLegal(name), Seen.quoted(token.group()));
        }
    }

    // CDS Hooks 3.0 lets tokens be FHIRPath; where a service says that it is of that version, only braces are asked
    // for.
    private boolean isLegal(String token) {
        Matcher context = CONTEXT.matcher(token);
        boolean plain = PublishedHooks.USER_TOKENS.contains(token)
                || (context.matches()
                        && PublishedHooks.mayName(service.path("hook").asText(), context.group(1)));
        return plain || (!token.isEmpty() && service.path("version").asText().startsWith("3"));
    }

    private static boolean isSubset(String query) {
        if (query.isEmpty()) {
            return true;
        }
        for (String each : query.split("&", -1)) {
            String[] parts = each.split("=", 2);
            boolean far = parts.length == 2
                    && parts[1].matches("[a-z]{2}\\d{4}.*")
                    && FAR_COMPARISONS.contains(parts[1].substring(0, 2));
            if (far || !PARAMETER.matcher(parts[0]).matches()) {
                return false;
            }
        }
        return true;
    }
}
