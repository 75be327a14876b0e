package io.nextline.cdshooks.config;

import io.nextline.cdshooks.page.PageSettings;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence pages. */
final class PageSection implements Section<PageSettings> {
    private static final Key<Boolean> ENABLED = new Key<>(
            "pages.enabled",
            Kinds.flag(),
            "true",
            "whether there are pages at /evidence, linked from cards; they hold nothing about patients and ask nobody who they are");
    private static final Key<List<String>> FRAMES = new Key<>(
            "pages.frame-ancestors",
            Kinds.list(Kinds.text()),
            "none",
            "who may show them in a frame: none, self, or origins such as https://ehr.example.org");

    private final @Nullable URI base;

    /**
     * Makes the section.
     *
     * @param base the URL under which the service is reached, or null where it is not known
     */
    PageSection(@Nullable URI base) {
        this.base = base;
    }

    @Override
    public String title() {
        return "Evidence pages";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(ENABLED, FRAMES);
    }

    @Override
    public PageSettings read(Values values) {
        List<String> frames =
                values.get(FRAMES).stream().map(PageSection::source).toList();
        if (frames.isEmpty() || frames.contains("") || (frames.size() > 1 && frames.contains("'none'"))) {
            values.problem(FRAMES, "give none, self, or origins with https, each without a path");
            frames = List.of("'none'");
        }
        return new PageSettings(values.get(ENABLED), frames, base);
    }

    /** Returns the source as a policy names it, or nothing for what is none. */
    private static String source(String text) {
        return switch (text) {
            case "none" -> "'none'";
            case "self" -> "'self'";
            default -> text.matches("https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?") ? text : "";
        };
    }
}
