package io.nextline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.nextline.browser.WatchedPage.Look;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The story of a patient, opened from a disk as whoever was mailed it would. */
@Timeout(180)
@ExtendWith(Chromium.class)
final class StoryFileTest {

    private static final List<String> PATIENTS =
            List.of("01-rcc-reference", "27-nsclc-squamous-pembrolizumab", "40-rcc-odd-dates");
    private static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>\" onclick=\"alert(3)";

    /** Goes to where each link leads, and returns those that lead nowhere or to another entry than they name. */
    private static final String ASTRAY = """
            () => [...document.querySelectorAll('a[href]:not(.skip)')].filter(link => {
              location.hash = '';
              location.hash = link.getAttribute('href');
              const target = document.querySelector(':target');
              return !target?.checkVisibility() || !link.textContent.includes(target.querySelector('th').textContent);
            }).map(link => link.outerHTML)""";

    /** Tables of which a part is out of sight until they are scrolled. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('.scroll:has(table)')]
              .filter(box => box.scrollWidth > box.clientWidth).map(box => box.getAttribute('aria-label'))""";

    @TempDir
    private static Path folder;

    private static final Map<String, String> STORIES = new LinkedHashMap<>();

    @BeforeAll
    static void tell() throws Exception {
        for (String patient : PATIENTS) {
            STORIES.put(patient, StoryFile.of(SampleFiles.text(patient + "/bundle.json"), folder, patient));
        }
    }

    private static WatchedPage open(Browser browser, Look look, String file) {
        return WatchedPage.open(browser, URI.create("file://" + folder), look, "/" + file);
    }

    @Test
    void storiesAreAccessibleInLightDarkAndOnAPhone(Browser browser) {
        for (Look look : new Look[] {Look.DESK, Look.DARK, Look.PHONE}) {
            STORIES.forEach((patient, file) -> {
                try (WatchedPage watched = open(browser, look, file)) {
                    watched.picture("story-" + patient + "-" + look.width() + "-" + look.scheme());
                    Accessibility.check(watched.page(), patient);
                    assertThat(watched.beyondTheWindow()).as(patient).isZero();
                }
            });
        }
    }

    @Test
    void noTableIsCutOffOnAPhoneAndNoEntryIsTallerThanHalfOfIt(Browser browser) {
        STORIES.forEach((patient, file) -> {
            try (WatchedPage watched = open(browser, Look.PHONE, file)) {
                Locator entries = watched.page().locator(".used tbody tr");

                assertThat((List<?>) watched.page().evaluate(CUT_OFF))
                        .as(patient)
                        .isEmpty();
                assertThat(entries.all())
                        .isNotEmpty()
                        .allMatch(entry -> entry.boundingBox().height < Look.PHONE.height() / 2.0);
            }
        });
    }

    @Test
    void everyLinkLeadsToTheEntryThatItNames(Browser browser) {
        STORIES.forEach((patient, file) -> {
            try (WatchedPage watched = open(browser, Look.DESK, file)) {
                assertThat(watched.page().locator("a[href^='#entry']").count()).isGreaterThan(10);
                assertThat((List<?>) watched.page().evaluate(ASTRAY))
                        .as(patient)
                        .isEmpty();
            }
        });
    }

    @Test
    void aClickBringsTheEntryIntoSight(Browser browser) {
        try (WatchedPage watched = open(browser, Look.PHONE, STORIES.get(PATIENTS.get(0)))) {
            Page page = watched.page();
            Locator link = page.locator(".facts a").first();
            link.click();
            Locator entry = page.locator("tr:target");

            assertThat(entry.locator("th").textContent()).isSubstringOf(link.textContent());
            assertThat(entry.boundingBox().y).isBetween(-1.0, (double) Look.PHONE.height());
        }
    }

    @Test
    void idsOfTheRecordThatAreMarkupStayText(Browser browser) throws Exception {
        String file = StoryFile.of(hostile(), folder, "hostile");
        try (WatchedPage watched = open(browser, Look.PHONE, file)) {
            Page page = watched.page();
            page.locator(".facts a").first().click();

            assertThat(page.locator(".used").textContent()).contains(HOSTILE);
            assertThat(page.locator("img, script, [onclick], [onerror]").count())
                    .isZero();
            assertThat((List<?>) page.evaluate(ASTRAY)).isEmpty();
            assertThat(watched.beyondTheWindow()).isZero();
        }
    }

    private static String hostile() throws IOException {
        JsonNode bundle = new ObjectMapper().readTree(SampleFiles.text(PATIENTS.get(0) + "/bundle.json"));
        for (JsonNode entry : bundle.get("entry")) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            if (!resource.get("resourceType").asText().equals("Patient")) {
                resource.put("id", resource.get("id").asText() + HOSTILE);
            }
        }
        return bundle.toString();
    }
}
