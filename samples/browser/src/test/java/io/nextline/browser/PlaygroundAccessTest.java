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

/** Everybody can use the playground: rules of accessibility, narrow windows, slow lines. */
@Timeout(180)
@ExtendWith(Chromium.class)
final class PlaygroundAccessTest {

    private static final int MOST_BYTES = 100_000;

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
    void noViewHasASeriousFindingInLight(Browser browser) {
        views(browser, Look.DESK, "light");
    }

    @Test
    void noViewHasASeriousFindingInDark(Browser browser) {
        views(browser, Look.DARK, "dark");
    }

    @Test
    void nothingIsWiderThanAPhone(Browser browser) {
        views(browser, Look.PHONE, "phone");
    }

    @Test
    void pageWeighsLessThanAHundredKilobytes(Browser browser) {
        try (WatchedPage watched = WatchedPage.open(browser, server.base(), Look.DESK, "/playground/icon.svg")) {
            watched.weigh();
            watched.page().route("**/playground/patients/**", route -> route.abort());
            watched.page().navigate(server.base() + "/");
            assertThat(watched.page().locator("#status")).containsText("The server does not answer");
            assertThat(watched.bytes()).isBetween(20_000L, (long) MOST_BYTES);
            watched.forgiveTroubles();
        }
    }

    private static void views(Browser browser, Look look, String name) {
        try (WatchedPage watched = WatchedPage.open(browser, server.base(), look, "/")) {
            Page page = watched.page();
            page.locator("#tour-3").click();
            assertThat(page.locator("#changed li")).hasCount(1);
            for (String tab : new String[] {"moved", "why", "record", "exchange", "feedback"}) {
                view(watched, tab, name);
            }
            page.locator("#tour-1").click();
            assertThat(page.locator(".card.warning")).isVisible();
            view(watched, "cards", name);
        }
    }

    private static void view(WatchedPage watched, String tab, String name) {
        Page page = watched.page();
        page.locator("#tab-" + tab).click();
        assertThat(page.locator("#view-" + tab + " > *").first()).isVisible();
        watched.picture(name + "-" + tab);
        Accessibility.check(page, "the view " + tab + ", " + name);
        assertThat(watched.beyondTheWindow())
                .as("columns beyond the window of %s, %s", tab, name)
                .isZero();
    }
}
