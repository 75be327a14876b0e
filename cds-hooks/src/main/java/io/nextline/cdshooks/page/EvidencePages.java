package io.nextline.cdshooks.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pages about an evidence base: an index, a page for each trial and statement, and their source attributes. Plain functions: the
 * same base gives the same bytes. All links are relative, so the pages may stand behind any path. Immutable and thread-safe.
 */
public final class EvidencePages {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String JSON_NAME = ".json";
    private static final String ATTRIBUTES = "/attributes";

    // Templates take null for none; their classes are not annotated.
    @SuppressWarnings("NullAway")
    private static final HtmlInterceptor NO_INTERCEPTOR = null;

    private final PageWords words;
    private final JsonFactory factory = new JsonFactory();
    private final Page style;
    private final Page icon;

    /** Makes pages; nothing is rendered yet. */
    public EvidencePages(EvidenceBase base) {
        this.words = new PageWords(base);
        this.style = asset("style.css", "text/css; charset=utf-8");
        this.icon = asset("icon.svg", "image/svg+xml");
    }

    private static Page asset(String name, String type) {
        String text = PageStyle.file(name);
        return new Page(PageRoute.ASSET, 200, type, text, PageStyle.tag(text), true);
    }

    /**
     * Returns what is at a path.
     *
     * @param path the decoded path below the folder of the pages: empty, or with a slash at its beginning
     * @param json whether the caller asks for JSON rather than HTML
     */
    public PageAnswer answer(String path, boolean json) {
        return switch (path) {
            case "" -> new PageAnswer.Found(index("evidence/"));
            case "/" -> new PageAnswer.Found(index(""));
            case "/style.css" -> new PageAnswer.Found(style);
            case "/icon.svg" -> new PageAnswer.Found(icon);
            default -> entry(path.substring(1), json);
        };
    }

    private PageAnswer entry(String path, boolean json) {
        boolean named = path.endsWith(JSON_NAME);
        String rest = named ? path.substring(0, path.length() - JSON_NAME.length()) : path;
        boolean attributes = rest.endsWith(ATTRIBUTES);
        String name = attributes ? rest.substring(0, rest.length() - ATTRIBUTES.length()) : rest;
        String id = words.names().id(name);
        if (id != null) {
            return new PageAnswer.Found(attributes ? attributes(id, json || named) : entry(id, name, json || named));
        }
        String meant = name.indexOf('/') < 0 ? words.names().meant(name) : null;
        if (meant == null) {
            return new PageAnswer.Found(missing(path));
        }
        String folder = attributes ? "../" : "";
        return new PageAnswer.Moved(folder + meant + (attributes ? ATTRIBUTES : "") + (named ? JSON_NAME : ""));
    }

    private Page entry(String id, String name, boolean json) {
        Statement statement = words.base().statement(id);
        if (statement != null) {
            return json ? json(PageRoute.ENTRY, out -> write(statement, out)) : page(statement, name);
        }
        Trial trial = trial(id);
        return json ? json(PageRoute.ENTRY, out -> new TrialWriter().write(List.of(trial), out)) : page(trial, name);
    }

    private Trial trial(String id) {
        Trial trial = words.base().trial(id);
        if (trial == null) {
            throw new IllegalStateException("a page is named " + id + ", and the base holds nothing of that name");
        }
        return trial;
    }

    private Page page(Statement statement, String name) {
        PageFrame frame = frame(statement.id() + ": " + statement.summary(), "");
        StatementView view = StatementView.of(statement, words);
        return html(PageRoute.ENTRY, 200, out -> JtestatementGenerated.render(out, NO_INTERCEPTOR, frame, view, name));
    }

    private Page page(Trial trial, String name) {
        PageFrame frame = frame(trial.shortName(), "");
        TrialView view = TrialView.of(trial, words);
        return html(PageRoute.ENTRY, 200, out -> JtetrialGenerated.render(out, NO_INTERCEPTOR, frame, view, name));
    }

    private void write(Statement statement, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out).useDefaultPrettyPrinter()) {
            StatementJson.write(json, List.of(statement));
        }
    }

    private Page index(String root) {
        PageFrame frame = frame("All statements and trials", root);
        IndexView view = IndexView.of(words);
        return html(PageRoute.INDEX, 200, out -> JteindexGenerated.render(out, NO_INTERCEPTOR, frame, view));
    }

    private Page attributes(String id, boolean json) {
        Statement statement = words.base().statement(id);
        List<SourceAttribute> attributes =
                statement == null ? SourceAttribute.of(trial(id), words) : SourceAttribute.of(statement, words);
        if (json) {
            return json(
                    PageRoute.ATTRIBUTES,
                    out -> AttributesJson.write(id, words.base().version(), attributes, out));
        }
        PageLink entry = statement == null ? words.link(trial(id)) : words.link(statement);
        PageFrame frame = frame("Source attributes of " + entry.label(), "../");
        AttributesView view = new AttributesView(entry, attributes);
        return html(PageRoute.ATTRIBUTES, 200, out -> JteattributesGenerated.render(out, NO_INTERCEPTOR, frame, view));
    }

    /** Returns the page that says that nothing is there, and what may have been meant. */
    private Page missing(String path) {
        int deep = (int) path.chars().filter(c -> c == '/').count();
        String name = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
        List<PageLink> near = words.names().near(name).stream()
                .map(each -> new PageLink(each, each))
                .toList();
        PageFrame frame = frame("Nothing here", "../".repeat(deep));
        return html(PageRoute.MISSING, 404, out -> JtemissingGenerated.render(out, NO_INTERCEPTOR, frame, near));
    }

    private PageFrame frame(String title, String root) {
        return new PageFrame(title, root, words.base().version(), style.tag());
    }

    private static Page html(PageRoute route, int status, Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return page(route, status, HTML, text.toString());
    }

    /** Writes JSON. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Page json(PageRoute route, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return page(route, 200, JSON, out.toString(StandardCharsets.UTF_8));
    }

    private static Page page(PageRoute route, int status, String type, String text) {
        return new Page(route, status, type, text, PageStyle.tag(text), false);
    }
}
