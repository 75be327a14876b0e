package io.nextline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.nextline.browser.WatchedPage.Look;
import io.nextline.cdshooks.http.NextlineServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record of the user's own: it stays on this machine and in no link, and nothing in it does anything. */
@Timeout(120)
@ExtendWith(Chromium.class)
final class OwnRecordTest {

    private static final String CANARY = "<img src=https://evil.example/x onerror=alert(1)>"
            + "<script>alert(2)</script>[click](javascript:alert(3)) | a | ![p](https://evil.example/p.png)";

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
    void hostileTextIsInert(Browser browser) {
        try (WatchedPage watched = open(browser)) {
            Page page = watched.page();
            drop(page, hostile());
            assertThat(page.locator("#chart-title")).hasText("Your own Bundle");
            for (String tab : new String[] {"cards", "why", "moved", "record", "exchange", "feedback"}) {
                page.locator("#tab-" + tab).click();
                page.locator("details").evaluateAll("all => all.forEach(each => each.open = true)");
                assertThat(page.locator("#view-" + tab)).isVisible();
                assertThat(page.locator("main img, main script, main a[href^=javascript]"))
                        .hasCount(0);
            }
        }
    }

    @Test
    void ownRecordIsInNoLink(Browser browser) {
        try (WatchedPage watched = open(browser)) {
            Page page = watched.page();
            drop(page, hostile());
            assertThat(page.locator("#chart-title")).hasText("Your own Bundle");
            page.locator("#tab-why").click();
            page.locator("#changes button").first().click();
            assertThat(page.locator("#changed li")).hasCount(1);

            assertThat(page.url()).isEqualTo(server.base() + "/");
        }
    }

    @Test
    void whatIsNoBundleIsToldWithLineAndRemedy(Browser browser) {
        try (WatchedPage watched = open(browser)) {
            Page page = watched.page();
            page.locator("#paste").click();
            page.locator("#json").fill("{\n  \"resourceType\": \"Bundle\",\n  oops\n}");
            page.getByText("Use this record").click();
            assertThat(page.locator("#json-problem")).containsText("line 3, column 3");

            page.locator("#json").fill("{\"resourceType\": \"Patient\"}");
            page.getByText("Use this record").click();
            assertThat(page.locator("#json-problem")).containsText("No Bundle");

            page.locator("#json").fill("{\"resourceType\": \"Bundle\", \"entry\": [{}]}");
            page.getByText("Use this record").click();
            assertThat(page.locator("#json-problem")).containsText("entry[0] has no resource");
        }
    }

    @Test
    void recordEditedByHandMovesStatements(Browser browser) {
        try (WatchedPage watched = open(browser)) {
            Page page = watched.page();
            page.locator("#tour-1").click();
            assertThat(page.locator(".card.warning")).isVisible();
            page.locator("#tab-record").click();
            String json = page.locator("#json").inputValue();
            // Set at once: typing seventy kilobytes takes a browser longer than the test may.
            page.locator("#json").evaluate("(box, text) => { box.value = text; }", json.replace("1961-", "2015-"));
            page.getByText("Use this record").click();

            assertThat(page.locator("#view-moved")).containsText("under 18");
            assertThat(page.locator("#changed")).containsText("Edited by hand");
        }
    }

    private static WatchedPage open(Browser browser) {
        WatchedPage opened = WatchedPage.open(browser, server.base(), Look.DESK, "/");
        assertThat(opened.page().locator("#status")).containsText("card");
        return opened;
    }

    private static void drop(Page page, String bundle) {
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("bundle.json", "application/json", bundle.getBytes(StandardCharsets.UTF_8)));
    }

    /** The reference patient with the canary in every free text. */
    private static String hostile() {
        String escaped = CANARY.replace("\\", "\\\\").replace("\"", "\\\"");
        return SampleFiles.text("01-rcc-reference/bundle.json")
                .replaceAll(
                        "\"(text|display|family)\": \"([^\"]*)\"",
                        java.util.regex.Matcher.quoteReplacement("\"") + "$1\": \"$2 "
                                + java.util.regex.Matcher.quoteReplacement(escaped) + "\"");
    }
}
