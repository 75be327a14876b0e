package io.nextline.cdshooks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.evidence.EvidenceBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own evidence may hold anything; on a page it is text. */
class HostileEvidenceTest {
    private static final String SCRIPT =
            "<script>alert(1)</script><img src=x onerror=alert(2)>\\\" onfocus=alert(3) x=\\\"";

    @TempDir
    Path folder;

    private EvidenceBase hostile() throws IOException {
        JsonNode index = PageCorpus.parse("index.json");
        for (String kind : new String[] {"trials", "statements"}) {
            Files.createDirectories(folder.resolve(kind));
            for (JsonNode file : index.get(kind)) {
                String name = kind + "/" + file.asText();
                Files.writeString(folder.resolve(name), changed(name, PageCorpus.resource(name)));
            }
        }
        Files.writeString(folder.resolve("index.json"), PageCorpus.resource("index.json"));
        Files.writeString(folder.resolve("profile.json"), PageCorpus.resource("profile.json"));
        return EvidenceBase.fromDirectory(folder);
    }

    private static String changed(String name, String json) {
        if (!name.equals("trials/contact-03.json")) {
            return json;
        }
        return json.replace("\"title\": \"", "\"title\": \"" + SCRIPT)
                .replace("\"label\": \"", "\"label\": \"" + SCRIPT)
                .replace("\"conclusion\": \"", "\"conclusion\": \"" + SCRIPT);
    }

    @Test
    void scriptsInTextsAreTexts() throws IOException {
        EvidencePages pages = new EvidencePages(hostile());
        for (String path : new String[] {"/", "/CONTACT-03", "/DS-1", "/DS-1/attributes"}) {
            Document page = Jsoup.parse(PageCorpus.page(pages, path).text());
            assertThat(page.select("script, img, [onerror], [onfocus]"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(Jsoup.parse(PageCorpus.page(pages, "/CONTACT-03").text())
                        .select("h1")
                        .text())
                .startsWith("<script>alert(1)</script>");
    }

    @Test
    void anUnknownNameIsNotRepeated() {
        Page page = PageCorpus.page(PageCorpus.PAGES, "/<script>alert(1)</script>/x");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).doesNotContain("alert");
    }

    @Test
    void theNameThatWasMeantIsOffered() {
        assertThat(Jsoup.parse(PageCorpus.page(PageCorpus.PAGES, "/CONTACT-9").text())
                        .select(".entries a")
                        .eachAttr("href"))
                .contains("CONTACT-03", "CONTACT-01");
        assertThat(PageCorpus.PAGES.answer("/contact-03", false)).isEqualTo(new PageAnswer.Moved("CONTACT-03"));
        assertThat(PageCorpus.PAGES.answer("/lenvatinib+everolimus phase 2/attributes", false))
                .isEqualTo(new PageAnswer.Moved("../lenvatinib-everolimus-phase-2/attributes"));
    }
}
