package io.nextline.cdshooks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page. */
class PageRulesTest {
    private static final int HEAVIEST = 100 * 1024;

    static Stream<String> paths() {
        return PageCorpus.paths();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void isWellFormed(String path) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);

        Document page =
                parser.parseInput(PageCorpus.page(PageCorpus.PAGES, path).text(), "");

        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("[id]").stream().map(Element::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void needsNoScriptAndNothingFromElsewhere(String path) {
        Document page = PageCorpus.document(path);

        assertThat(page.select("script, style, iframe, object, embed, form, base"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).isNotEqualTo("style").doesNotStartWith("on");
            });
        }
        assertThat(page.select("link[href], img[src]"))
                .extracting(each -> each.attr("href") + each.attr("src"))
                .allSatisfy(href -> assertThat(href).doesNotContain(":").doesNotStartWith("/"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void weighsLittle(String path) {
        int style = PageStyle.css().getBytes(StandardCharsets.UTF_8).length;

        assertThat(PageCorpus.page(PageCorpus.PAGES, path).bytes().length + style)
                .isLessThan(HEAVIEST);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyLinkOfOursLeadsToAPage(String path) {
        String at = "http://service/prefix/evidence" + path;
        Document page = Jsoup.parse(PageCorpus.page(PageCorpus.PAGES, path).text(), at);
        for (Element link : page.select("a[href], link[href]")) {
            String href = link.attr("href");
            if (href.startsWith("#")) {
                assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
                continue;
            }
            if (href.startsWith("https://")) {
                assertThat(href).matches("https://(doi\\.org|pubmed\\.ncbi\\.nlm\\.nih\\.gov|clinicaltrials\\.gov)/.+");
                continue;
            }
            String to = link.absUrl("href").replaceAll("[?].*", "");
            assertThat(to).startsWith("http://service/prefix/evidence");
            Page target = PageCorpus.page(PageCorpus.PAGES, to.substring("http://service/prefix/evidence".length()));
            assertThat(target.status()).as("%s on %s", to, path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyPictureHasWordsAndATable(String path) {
        for (Element plot : PageCorpus.document(path).select("figure.plot")) {
            assertThat(plot.select("details table tbody tr")).isNotEmpty();
            for (Element svg : plot.select("svg")) {
                assertThat(svg.attr("role")).isEqualTo("img");
                assertThat(svg.select("title, desc"))
                        .hasSize(2)
                        .allSatisfy(words -> assertThat(words.text()).isNotBlank());
                assertThat(svg.attr("aria-labelledby").split(" "))
                        .containsExactlyElementsOf(svg.select("title, desc").eachAttr("id"));
            }
        }
    }

    @Test
    void saysThatItIsNoMedicalDevice() {
        assertThat(PageCorpus.paths())
                .allSatisfy(path -> assertThat(
                                PageCorpus.document(path).select("footer").text())
                        .contains("Not a medical device, not CE-marked")
                        .contains("not for patients"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    @Tag("HZ-28")
    void everyLocaleGetsTheSameBytes(String tag) {
        List<String> paths = PageCorpus.paths().toList();
        List<String> usual = paths.stream()
                .map(path -> PageCorpus.page(PageCorpus.PAGES, path).text())
                .toList();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            EvidencePages others = new EvidencePages(PageCorpus.BASE);
            assertThat(paths.stream()
                            .map(path -> PageCorpus.page(others, path).text())
                            .toList())
                    .isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesArePlainAndNoTwoPagesShareOne() {
        Set<String> names = new HashSet<>();
        PageCorpus.ids().forEach(id -> {
            String name = PageCorpus.NAMES.of(id);
            assertThat(name).matches("[A-Za-z0-9][A-Za-z0-9._-]*");
            assertThat(names.add(name)).as(name).isTrue();
        });
        assertThat(PageCorpus.NAMES.of("lenvatinib+everolimus phase 2")).isEqualTo("lenvatinib-everolimus-phase-2");
        assertThat(PageCorpus.NAMES.of("DS-1")).isEqualTo("DS-1");
    }
}
