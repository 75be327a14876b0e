package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Words for what a service sent: short, on one line, without what could steer a terminal. */
final class Seen {

    private static final int LONGEST = 80;

    private Seen() {}

    /** Returns a text in quotation marks, cut where it is long. */
    static String quoted(String text) {
        return '"' + cut(text) + '"';
    }

    /** Returns a JSON value as it was sent, cut where it is long. */
    static String value(JsonNode json) {
        return json.isMissingNode() ? "nothing" : cut(json.isContainerNode() ? shape(json) : json.toString());
    }

    private static String shape(JsonNode json) {
        return json.isArray() ? "an array of " + json.size() : "an object of " + json.size();
    }

    private static String cut(String text) {
        StringBuilder clean = new StringBuilder();
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return text.length() > end ? clean.append("...").toString() : clean.toString();
    }
}
