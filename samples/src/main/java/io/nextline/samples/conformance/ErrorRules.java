package io.nextline.samples.conformance;

import java.util.regex.Pattern;

/** What holds of every answer that tells of an error, whatever the error. */
final class ErrorRules {

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w$.]+\\([\\w$]+\\.(java|kt|scala):\\d+\\)|\\b(java|javax|org|com)(\\.\\w+)+(Exception|Error)\\b"
                    + "|Traceback \\(most recent call last\\)|\\bat .{1,200}\\.js:\\d+:\\d+|\\bat .{1,200}\\.cs:line \\d+");

    private ErrorRules() {}

    static void check(Exchange answer, Place place) {
        if (answer.status() < 400) {
            return;
        }
        String body = answer.text();
        place.holds("kit#error.stack-trace", !INSIDE.matcher(body).find(), answer.words() + " shows a stack trace");
        // Who may not call is told nothing, and whoever has no body to show shows no other.
        if (answer.status() != 401 && answer.hasBody()) {
            boolean outcome = answer.json().path("resourceType").asText().equals("OperationOutcome");
            place.holds("3.0#error.operation-outcome", outcome, answer.words() + " has another body");
        }
        if (answer.status() == 405) {
            place.holds("http#allow", !answer.header("Allow").isEmpty(), "Allow is missing");
        }
        if (answer.status() == 401) {
            place.holds("http#challenge", !answer.header("WWW-Authenticate").isEmpty(), "WWW-Authenticate is missing");
        }
    }
}
