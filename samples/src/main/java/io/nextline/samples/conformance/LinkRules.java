package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;

/** A card's links. */
final class LinkRules {

    private LinkRules() {}

    static void check(JsonNode links, Place at) {
        for (int i = 0; i < links.size(); i++) {
            link(links.path(i), at.part("links[" + i + "]"));
        }
    }

    private static void link(JsonNode link, Place place) {
        place.needsText("2.0#link.label", link, "label");
        JsonNode url = link.path("url");
        if (place.holds("2.0#link.url", isAbsolute(url), "url is " + Seen.value(url))) {
            boolean secure = url.textValue().toLowerCase(Locale.ROOT).startsWith("https:") || isHere(url);
            place.holds("2.0#link.https", secure, Seen.quoted(url.textValue()));
        }
        JsonNode type = link.path("type");
        boolean smart = type.asText().equals("smart");
        place.holds("2.0#link.type", smart || type.asText().equals("absolute"), "type is " + Seen.value(type));
        place.optional("2.0#link.app-context", link, "appContext", context -> smart && context.isTextual());
        place.optional("2.0#link.autolaunchable", link, "autolaunchable", JsonNode::isBoolean);
    }

    /** Whether a link stays on this machine, as those of a service under development do: it crosses no network. */
    private static boolean isHere(JsonNode url) {
        String host = URI.create(url.textValue()).getHost();
        return host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("localhost");
    }

    static boolean isAbsolute(JsonNode url) {
        try {
            URI uri = URI.create(url.isTextual() ? url.textValue() : "");
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?");
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
