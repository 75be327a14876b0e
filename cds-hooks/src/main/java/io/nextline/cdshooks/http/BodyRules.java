package io.nextline.cdshooks.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the head of a request has to say of its body. */
final class BodyRules {

    private BodyRules() {}

    /**
     * Returns why a body is not read; null if it is.
     *
     * @param most the most bytes that it may have
     */
    static @Nullable HttpResponse refusal(HttpRequest.Headers headers, long most) {
        if (!isJson(headers.first("Content-Type"))) {
            return Outcomes.of(415, "not-supported", "send Content-Type: application/json, in UTF-8");
        }
        String encoding = headers.first("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            return Outcomes.of(415, "not-supported", "send the body without a Content-Encoding");
        }
        return isTooLong(headers.first("Content-Length"), most) ? Failures.tooLarge() : null;
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = true;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            utf8 &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
        }
        return utf8 && parts[0].strip().equals("application/json");
    }

    private static boolean isTooLong(@Nullable String contentLength, long most) {
        try {
            return contentLength != null && Long.parseLong(contentLength.strip()) > most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
