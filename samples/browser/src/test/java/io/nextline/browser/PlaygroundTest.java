package io.nextline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.nextline.browser.WatchedPage.Look;
import io.nextline.cdshooks.http.NextlineServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer does on the playground, from the first click on. */
@Timeout(120)
@ExtendWith(Chromium.class)
final class PlaygroundTest {

    private static final String BOTH = "draft-atezolizumab,draft-cabozantinib";

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
    void threeClicksShowTheWarningItsEntriesAndWhatToxicityWouldChange(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            assertThat(page.locator("#status")).containsText("card");
            watched.picture("1-start");

            page.locator("#tour-1").click();
            Locator warning = page.locator(".card.warning");
            assertThat(warning).containsText("adding atezolizumab to cabozantinib");
            assertThat(warning.locator("table").first()).containsText("Progression-free");
            watched.picture("2-cards");

            page.locator("#tour-2").click();
            Locator asked = page.locator(".asked");
            assertThat(asked).containsText("DS-1");
            assertThat(asked.locator(".entry").first()).isVisible();
            watched.picture("3-why");

            page.locator("#tour-3").click();
            Locator moved = page.locator("#view-moved tr", new Page.LocatorOptions().setHasText("DS-1"))
                    .first();
            assertThat(moved).containsText("applies");
            assertThat(moved).containsText("does not apply");
            watched.picture("4-moved");
        }
    }

    @Test
    void entryOpensWithTheElementThatWasReadMarked(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            page.locator("#tour-2").click();
            page.locator(".asked .entry").last().click();

            assertThat(page.locator("#entry")).isVisible();
            assertThat(page.locator("#entry mark")).containsText("\"value");
            watched.window("5-entry");
            page.keyboard().press("Escape");
            assertThat(page.locator("#entry")).isHidden();
        }
    }

    @Test
    void overrideAndAcceptanceAreKeptAndSummedUp(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            page.locator("#tour-1").click();
            Locator card = page.locator(".card.warning");
            card.locator("select").selectOption(new SelectOption().setIndex(1));
            card.locator("input[type=text]").fill("Discussed at the board");
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Override"))
                    .click();
            assertThat(card.locator(".said")).containsText("Sent and kept: overridden");

            page.locator(".card.warning .primary").click();
            assertThat(page.locator("#status")).containsText("Accepted");
            assertThat(page.locator("#drafts li")).hasCount(1);

            page.locator("#tab-feedback").click();
            Locator kept = page.locator("#view-feedback");
            assertThat(kept).containsText("2 entries kept");
            assertThat(kept).containsText("Discussed at the board");
            assertThat(kept.locator("table").last()).containsText("DS-1");
            watched.picture("6-feedback");
        }
    }

    @Test
    void everyChangeOfTheReferencePatientMovesAStatementOrAFactAndCanBeUndone(Browser browser) {
        try (WatchedPage watched =
                open(browser, Look.DESK, "/#patient=01-rcc-reference&hook=order-sign&orders=" + BOTH)) {
            Page page = watched.page();
            Locator changes = page.locator("#changes button");
            assertThat(changes).hasCount(8);
            for (int i = 0; i < changes.count(); i++) {
                String id = changes.nth(i).getAttribute("data-change");
                changes.nth(i).click();
                assertThat(page.locator("#changed li")).hasCount(1);
                assertThat(page.locator("#view-moved tbody tr").nth(1)).isVisible();
                assertThat(page.url()).contains("changes=" + id);
                page.getByText("As it was").click();
                assertThat(page.locator("#changed li")).hasCount(0);
            }
        }
    }

    @Test
    void linkOpensThePatientWithDraftsChangesAndView(Browser browser) {
        String link = "/#patient=01-rcc-reference&hook=order-sign&orders=" + BOTH
                + "&as-of=2026-11-21&changes=remove-ecog&view=moved";
        try (WatchedPage watched = open(browser, Look.DESK, link)) {
            Page page = watched.page();
            assertThat(page.locator("#drafts li")).hasCount(2);
            assertThat(page.locator("#changed li")).hasCount(1);
            assertThat(page.locator("#view-moved")).containsText("performance status");

            page.locator("#tab-exchange").click();
            assertThat(page.locator("#view-exchange")).containsText("nextline-order-sign");
            page.goBack();
            assertThat(page.locator("#view-moved")).isVisible();
        }
    }

    @Test
    void whoIsQuickerThanTheServerLosesNothing(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/playground/icon.svg")) {
            Page page = watched.page();
            List<Route> held = new ArrayList<>();
            page.route("**/playground/patients", held::add);
            page.navigate(server.base() + "/#patient=01-rcc-reference&as-of=2026-11-21");
            page.locator("#tab-record").click();
            page.locator("#tour-2").click();
            page.locator("#tour-1").click();
            assertThat(page.locator(".asked")).hasCount(0);
            held.forEach(Route::resume);

            assertThat(page.locator(".card.warning")).isVisible();
            assertThat(page.locator("#as-of")).hasValue("2026-11-21");
            page.goBack();
            assertThat(page.locator(".asked")).isVisible();
            assertThat(page.locator(".asked")).containsText("DS-1");
        }
    }

    @Test
    void drugOfTheVocabularyIsDraftedAndAnUnknownOneIsNot(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            assertThat(page.locator("#status")).containsText("card");
            assertThat(page.locator("#draft")).isEnabled();
            Locator drug = page.locator("#drug");
            drug.fill("nivolumabb");
            drug.press("Enter");
            assertThat(page.locator("#status")).containsText("no anticancer drug");

            drug.fill("nivolumab");
            drug.press("Enter");

            assertThat(page.locator("#drafts")).containsText("nivolumab");
            assertThat(page.locator("#hook")).hasValue("order-sign");
            assertThat(page.locator(".card").first()).isVisible();
        }
    }

    @Test
    void everyThingIsReachedByKeyboardAlone(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            assertThat(page.locator("#status")).containsText("card");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#view-cards")).isFocused();
            assertThat(page.locator(".card.warning")).isVisible();

            page.locator("#tab-cards").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#tab-why")).isFocused();
            assertThat(page.locator("#view-why")).isVisible();
            page.keyboard().press("End");
            assertThat(page.locator("#view-feedback")).isVisible();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#tab-cards")).isFocused();
        }
    }

    @Test
    void plainTextShowsTheDetailAsItIsSent(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            page.locator("#tour-1").click();
            page.getByLabel("plain text only").check();

            assertThat(page.locator(".card pre.plain").first()).containsText("**Why you see this:**");
            assertThat(page.locator(".card .detail")).hasCount(0);
        }
    }

    @Test
    void searchNarrowsThePatients(Browser browser) {
        try (WatchedPage watched = open(browser, Look.DESK, "/")) {
            Page page = watched.page();
            page.locator("#search").fill("lung egfr");
            assertThat(page.locator("#patients button").first()).containsText("EGFR");
            page.locator("#patients button").first().click();
            assertThat(page.locator("#chart-title")).containsText("EGFR");
            assertThat(page.locator("#view-why, #view-cards").first()).isVisible();
        }
    }

    private static WatchedPage open(Browser browser, Look look, String path) {
        return WatchedPage.open(browser, server.base(), look, path);
    }
}
