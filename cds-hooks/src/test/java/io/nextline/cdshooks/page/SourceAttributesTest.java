package io.nextline.cdshooks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thirteen source attributes are told of every statement and trial, blanks as blanks. */
class SourceAttributesTest {

    static Stream<String> ids() {
        return PageCorpus.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void allThirteenAreThereAndNoneIsEmpty(String id) {
        Document page = PageCorpus.document("/" + PageCorpus.NAMES.of(id) + "/attributes");

        assertThat(page.select(".numbered dt")).hasSize(13);
        assertThat(page.select(".numbered dd"))
                .hasSize(13)
                .allSatisfy(value -> assertThat(value.text()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void jsonSaysTheSame(String id) throws IOException {
        String path = "/" + PageCorpus.NAMES.of(id) + "/attributes";
        PageAnswer.Found named = (PageAnswer.Found) PageCorpus.PAGES.answer(path + ".json", false);
        PageAnswer.Found accepted = (PageAnswer.Found) PageCorpus.PAGES.answer(path, true);

        JsonNode json = new ObjectMapper().readTree(named.page().text());

        assertThat(accepted.page().text()).isEqualTo(named.page().text());
        assertThat(json.get("id").asText()).isEqualTo(id);
        assertThat(json.get("attributes")).hasSize(13);
        Document page = PageCorpus.document(path);
        for (int i = 0; i < 13; i++) {
            assertThat(json.get("attributes").get(i).get("number").asInt()).isEqualTo(i + 1);
            assertThat(page.select(".numbered dd").get(i).wholeText())
                    .isEqualTo(json.get("attributes").get(i).get("value").asText());
        }
    }
}
