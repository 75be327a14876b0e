package io.nextline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of axe-core, run inside a page. */
final class Accessibility {

    private static final String SCRIPT = "/axe.min.js";
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {resultTypes: ['violations']});
              return found.violations
                .filter(each => ['serious', 'critical'].includes(each.impact))
                .flatMap(each => each.nodes.map(node =>
                  `${each.id} (${each.impact}): ${node.target.join(' ')}: ${node.failureSummary}`));
            }""";

    private Accessibility() {}

    /** No rule finds anything serious or critical on the page as it stands. */
    static void check(Page page, String what) {
        page.evaluate(script());
        Object found = page.evaluate(RUN);
        assertThat((List<?>) found).as("accessibility of %s", what).isEmpty();
    }

    private static String script() {
        try (InputStream in = Accessibility.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
