package io.nextline.samples.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.http.HttpResponse;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The details of cards as an EHR shows them: GitHub's Markdown with tables, HTML of the text escaped, links of odd schemes without
 * their address, and pictures never loaded, only named. Thread-safe.
 */
final class CardMarkdown {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https")))
            .nodeRendererFactory(NamedPicture::new)
            .build();

    /** Answers an array of Markdown texts with an array of HTML fragments. */
    HttpResponse answer(InputStream body) throws IOException {
        List<String> rendered = new ArrayList<>();
        try {
            for (JsonNode text : Replies.MAPPER.readTree(body)) {
                rendered.add(html(text.asText()));
            }
        } catch (JsonProcessingException | CharConversionException noJson) {
            return Replies.problem(400, "send a JSON array of Markdown texts");
        }
        return Replies.json(Replies.bytes(rendered));
    }

    String html(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    /** Shows a picture by its alternative text: loading it would tell its server that the card was read. */
    private static final class NamedPicture implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        NamedPicture(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node picture) {
            for (Node child = picture.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
