package io.nextline.fhir.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of the FHIR server.
 *
 * @param servletPath where its servlet is mapped, with a slash at the start and none at the end; empty for the root
 * @param path the path below it, without a slash at the start
 * @param query the query string; empty for none
 */
record Target(String servletPath, String path, String query) {

    /** Takes a relative URL, or a link to a next page: its query alone tells the server which one. */
    static Target of(String servletPath, String url) {
        int mark = url.indexOf('?');
        String query = mark < 0 ? "" : url.substring(mark + 1);
        boolean link = url.indexOf(':') >= 0 && url.indexOf(':') < (mark < 0 ? url.length() : mark);
        return new Target(
                servletPath, link ? linked(url, mark) : url.substring(0, mark < 0 ? url.length() : mark), query);
    }

    // Servers without a memory of searches link to the search itself, with another offset.
    private static String linked(String url, int mark) {
        String path = url.substring(0, mark < 0 ? url.length() : mark);
        String last = path.substring(path.lastIndexOf('/') + 1);
        return !last.isEmpty() && Character.isUpperCase(last.charAt(0)) ? last : "";
    }

    Map<String, String[]> parameters() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                values.computeIfAbsent(decoded(name), absent -> new ArrayList<>(1))
                        .add(decoded(value));
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        values.forEach((name, all) -> parameters.put(name, all.toArray(String[]::new)));
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
