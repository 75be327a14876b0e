package io.nextline.samples.playground;

import io.nextline.cdshooks.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the playground's page. Only what is listed by its ending and found in the page's folder is served. */
final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private Assets() {}

    /** Returns the file at a path, {@code /} being the page itself; null if there is none. */
    static @Nullable HttpResponse find(String path) throws IOException {
        String name = path.equals("/") ? "index.html" : path.substring(path.lastIndexOf('/') + 1);
        boolean known = path.equals("/") || path.equals("/playground/" + name);
        if (!known || !name.matches("[a-z-]+\\.[a-z]+")) {
            return null;
        }
        String type = TYPES.get(name.substring(name.indexOf('.') + 1));
        try (InputStream in = Assets.class.getResourceAsStream("page/" + name)) {
            return in == null || type == null ? null : Replies.of(200, type, in.readAllBytes());
        }
    }
}
