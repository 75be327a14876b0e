package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The list of services, and what each entry of it says. */
final class DiscoveryChecks {

    private static final Pattern IN_A_URL = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){0,2}([-+].*)?|STU\\d");

    private final Session session;

    DiscoveryChecks(Session session) {
        this.session = session;
    }

    /** Judges the answer and returns the services that can be called. */
    List<Service> run(Exchange answer) {
        Place place = session.at("discovery");
        if (!place.holds("2.0#discovery.endpoint", answer.status() == 200, answer.words())) {
            return List.of();
        }
        String type = answer.header("Content-Type");
        place.holds("2.0#discovery.media-type", answer.isJsonType(), Seen.quoted(type));
        JsonNode json = answer.json();
        if (!place.holds("2.0#discovery.object", json.isObject(), "the body is " + kind(json))) {
            return List.of();
        }
        JsonNode services = json.path("services");
        if (!place.holds("2.0#discovery.services", services.isArray(), "services is " + Seen.value(services))) {
            return List.of();
        }
        new Tree(place, "2.0#use-of-json.discovery", "2.0#extensions.discovery", "services").check(json);
        return services(services, place);
    }

    private static String kind(JsonNode json) {
        return json.isMissingNode() ? "no JSON" : Seen.value(json);
    }

    private static List<Service> services(JsonNode services, Place place) {
        List<Service> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            JsonNode each = services.get(i);
            Place entry = place.part("services[" + i + "]");
            if (describes(each, entry)) {
                Service service = Service.of(each);
                boolean first = seen.add(service.id() + "\n" + service.hook());
                entry.holds("2.0#discovery.id-per-hook", first, Seen.quoted(service.id()) + " is there twice");
                if (first) {
                    found.add(service);
                }
            }
        }
        return found;
    }

    /** Judges one entry and returns whether the service can be called. */
    private static boolean describes(JsonNode each, Place place) {
        boolean named = hook(each, place);
        JsonNode id = each.path("id");
        boolean callable = Place.isText(id) && IN_A_URL.matcher(id.textValue()).matches();
        place.holds("2.0#discovery.id", callable, "id is " + Seen.value(id));
        place.needsText("2.0#discovery.description", each, "description");
        place.needsText("2.0#discovery.title", each, "title");
        place.optional("2.0#discovery.usage-requirements", each, "usageRequirements", JsonNode::isTextual);
        place.holds(
                "3.0#discovery.version",
                isVersion(each.path("version")),
                "version is " + Seen.value(each.path("version")));
        place.optional("3.0#discovery.hook-version", each, "hookVersion", DiscoveryChecks::isVersion);
        new TemplateRules(each, place).check();
        return named && callable;
    }

    private static boolean hook(JsonNode each, Place place) {
        if (!place.needsText("2.0#discovery.hook", each, "hook")) {
            return false;
        }
        String hook = each.path("hook").textValue();
        boolean legal = PublishedHooks.isPublished(hook) || PublishedHooks.isReverseDomain(hook);
        return place.holds("2.0#hooks.name", legal, Seen.quoted(hook));
    }

    private static boolean isVersion(JsonNode version) {
        return version.isTextual() && VERSION.matcher(version.textValue()).matches();
    }
}
