package io.nextline.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void searchIsBelowTheServlet() {
        Target target = Target.of("/fhir", "Condition?patient=1&_count=200");
        assertThat(target).isEqualTo(new Target("/fhir", "Condition", "patient=1&_count=200"));
        assertThat(target.parameters().get("patient")).containsExactly("1");
    }

    // Wherever a link says that the server is, it is asked of this one.
    @Test
    void linkToAPageIsAskedOfTheSameServer() {
        Target page = Target.of("/fhir", "https://elsewhere.example.org/x/fhir?_getpages=a-b&_getpagesoffset=10");
        assertThat(page).isEqualTo(new Target("/fhir", "", "_getpages=a-b&_getpagesoffset=10"));
        assertThat(Target.of("/fhir", "https://host/fhir/Condition?patient=1&_offset=10")
                        .path())
                .isEqualTo("Condition");
    }

    @Test
    void parametersAreDecodedAndMayRepeat() {
        assertThat(Target.of("", "A?x=1%2C2&x=%7C&y").parameters())
                .satisfies(all -> assertThat(all.get("x")).containsExactly("1,2", "|"))
                .satisfies(all -> assertThat(all.get("y")).containsExactly(""));
    }
}
