package io.nextline.cdshooks.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Escaped text stays text in GitHub's Markdown, wherever it stands, and in a client that lets raw HTML and every address pass. The
 * drawing is commonmark's, with tables, autolinks and strikethrough; its tree must be that of a harmless word in the same place.
 */
class InertTextTest {

    private static final List<org.commonmark.Extension> GITHUB =
            List.of(TablesExtension.create(), AutolinkExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(GITHUB).build();
    private static final HtmlRenderer RAW = HtmlRenderer.builder()
            .extensions(GITHUB)
            .escapeHtml(false)
            .sanitizeUrls(false)
            .build();

    private static final List<String> PLACES = List.of(
            "%s",
            "before %s behind",
            "- %s\n- next",
            "1. %s",
            "> %s",
            "**%s**",
            "## Head %s\n\ntext",
            "| a | b |\n|---|---|\n| %s | 1 |\n| x | y |",
            "text\n%s\ntext");

    private static final List<String> PARTS = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "(",
            ")",
            "[",
            "]",
            "!",
            "*",
            "_",
            "~",
            "~~",
            "`",
            "```",
            "|",
            "#",
            "-",
            "---",
            "+",
            "=",
            "===",
            ".",
            ":",
            "/",
            "\\",
            "{",
            "}",
            "$",
            "%",
            "@",
            "^",
            "\n",
            "\r\n",
            "\t",
            "    ",
            " ",
            "\u0000",
            "\u001b",
            "\u2028",
            "\u202e",
            "\u200b",
            "\ud800",
            "&lt;",
            "&#60;",
            "&#x3c;",
            "http://",
            "https://x.example",
            "www.x.example",
            "a@x.example",
            "HTTPS://X.example",
            "mailto:a@x.example",
            "xmpp:a@x/b",
            "ftp://x",
            "javascript:a",
            "<img src=x onerror=a>",
            "<!--",
            "]]>",
            "<b>",
            "1.",
            "1)",
            "- [ ]",
            "[a](b)",
            "![a](b)",
            "[a]: b",
            "é",
            "word",
            "7");

    /** The kinds of nodes of a text, from its root on, and what it shows. */
    private record Drawing(List<String> kinds, String html) {

        static Drawing of(String markdown) {
            Node root = PARSER.parse(markdown);
            List<String> kinds = new ArrayList<>();
            root.accept(new AbstractVisitor() {
                @Override
                protected void visitChildren(Node parent) {
                    kinds.add(parent.getClass().getSimpleName());
                    super.visitChildren(parent);
                }
            });
            return new Drawing(kinds, RAW.render(root));
        }

        /** Returns the tags of the HTML, one after the other. */
        String tags() {
            return html.replaceAll("[^<>]*(<[^>]*>)[^<>]*", "$1");
        }
    }

    /** Checks that a text, once it is escaped, stays text in every place. */
    static void staysText(String text) {
        String escaped = Markdown.escape(text);
        String plain = escaped.isEmpty() ? "" : "word";
        for (String place : PLACES) {
            Drawing drawn = Drawing.of(place.replace("%s", escaped));
            Drawing harmless = Drawing.of(place.replace("%s", plain));

            assertThat(drawn.tags()).as("%s in %s", escaped, place).isEqualTo(harmless.tags());
            assertThat(drawn.kinds()).as("%s in %s", escaped, place).isEqualTo(harmless.kinds());
            assertThat(drawn.tags()).doesNotContain("<a", "<img", "<del", "<code", "href", "src");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "![pixel](https://tracker.example/p.png)",
                "https://tracker.example/?id=7 and www.tracker.example and a@tracker.example",
                "a | b |\n|---|---|\n| c",
                "# Heading",
                "text\n===",
                "- item\n\n    code",
                "~~gone~~ **bold** `code`",
                "&lt;b&gt; &#60;i&#62;",
                "<!-- hidden",
                "\\<b>",
                "\\",
                "[ref]: https://x.example",
                "1. one",
                "1986\\. A great year",
                "+ plus",
                "a\u2028# b"
            })
    void knownTricksStayText(String text) {
        staysText(text);
    }

    @Test
    void whateverIsPutTogetherStaysText() {
        Random random = new Random(20261121);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            staysText(text.toString());
        }
    }

    @Test
    void testWouldSeeTextThatIsNotEscaped() {
        Set<String> tags = Set.of("<a ", "<img", "<del>", "<b>", "<td>", "<h1>");
        String tricks = "https://x.example ![a](b) ~~c~~ <b>d</b>\n\n# e\n\n| f |\n|---|\n| g |";

        assertThat(Drawing.of(tricks).html()).contains(tags);
    }
}
