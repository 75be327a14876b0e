package io.nextline.cdshooks.page;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.nextline.cdshooks.page.story.Story;

/**
 * A patient's story as one HTML file: its style stands in it, it needs no script and asks for nothing from elsewhere, so that it may be
 * mailed or printed. It holds patient data, and says so.
 */
public final class StoryPage {
    /** Stands near the beginning of every such file. */
    public static final String MARK = "<meta name=\"generator\" content=\"Nextline story\">";

    // Templates take null for none; their classes are not annotated.
    @SuppressWarnings("NullAway")
    private static final HtmlInterceptor NO_INTERCEPTOR = null;

    private StoryPage() {}

    /** Returns the file's text. The same story gives the same text. */
    public static String of(Story story) {
        String css = PageStyle.css();
        String policy =
                "default-src 'none'; style-src " + PageStyle.source(css) + "; base-uri 'none'; form-action 'none'";
        StringOutput text = new StringOutput();
        JtestoryGenerated.render(new OwaspHtmlTemplateOutput(text), NO_INTERCEPTOR, story, css, policy);
        return text.toString();
    }
}
