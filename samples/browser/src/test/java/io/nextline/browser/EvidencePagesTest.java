package io.nextline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.nextline.browser.WatchedPage.Look;
import io.nextline.cdshooks.http.NextlineServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The evidence pages that cards lead to, in a browser. */
@Timeout(180)
@ExtendWith(Chromium.class)
final class EvidencePagesTest {

    private static final int MOST_BYTES = 100_000;
    private static final String[] PAGES = {
        "/evidence",
        "/evidence/DS-1",
        "/evidence/DS-5",
        "/evidence/UPD-5",
        "/evidence/CONTACT-03",
        "/evidence/METEOR",
        "/evidence/DS-1/attributes",
        "/evidence/CONTACT-03/attributes"
    };

    private static NextlineServer server;

    @BeforeAll
    static void start() throws IOException {
        server = DevelopmentServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pagesAreAccessibleInLightDarkAndOnAPhone(Browser browser) {
        for (Look look : new Look[] {Look.DESK, Look.DARK, Look.PHONE}) {
            for (String path : PAGES) {
                try (WatchedPage watched = WatchedPage.open(browser, server.base(), look, path)) {
                    assertThat(watched.page().locator("h1")).isVisible();
                    watched.picture("page" + path.replace('/', '-') + "-" + look.width() + "-" + look.scheme());
                    Accessibility.check(watched.page(), path);
                    assertThat(watched.beyondTheWindow())
                            .as("columns beyond the window of %s", path)
                            .isZero();
                }
            }
        }
    }

    @Test
    void noPageWeighsMoreThanAHundredKilobytes(Browser browser) {
        for (String path : PAGES) {
            try (WatchedPage watched = WatchedPage.open(browser, server.base(), Look.DESK, "/playground/icon.svg")) {
                watched.weigh();
                watched.page().navigate(server.base() + path);
                assertThat(watched.page().locator("h1")).isVisible();
                assertThat(watched.bytes()).as(path).isBetween(1_000L, (long) MOST_BYTES);
            }
        }
    }

    @Test
    void cardLeadsToThePageOfItsStatement(Browser browser) {
        try (WatchedPage watched = WatchedPage.open(browser, server.base(), Look.DESK, "/")) {
            Page page = watched.page();
            page.locator("#tour-2").click();
            String address = page.locator(".asked a").first().getAttribute("href");

            assertThat(address).isEqualTo(server.base() + "/evidence/DS-1");
            page.navigate(address);
            assertThat(page.locator("h1")).containsText("atezolizumab");
        }
    }
}
