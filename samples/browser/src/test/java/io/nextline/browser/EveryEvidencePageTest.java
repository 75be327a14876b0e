package io.nextline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import io.nextline.browser.WatchedPage.Look;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.core.evidence.EvidenceBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each page of the evidence base on a phone: none is wider than the window, and nothing goes wrong on any. */
@Timeout(300)
@ExtendWith(Chromium.class)
final class EveryEvidencePageTest {

    private static final String LINKS =
            "[...new Set([...document.querySelectorAll('main a[href]:not([href^=\"#\"])')].map(link => link.href))]";

    @Test
    void noPageIsWiderThanAPhone(Browser browser) throws Exception {
        EvidenceBase base = EvidenceBase.bundled();
        List<String> wide = new ArrayList<>();
        try (NextlineServer server = DevelopmentServer.start();
                WatchedPage watched = WatchedPage.open(browser, server.base(), Look.PHONE, "/evidence")) {
            List<?> links = (List<?>) watched.page().evaluate(LINKS);
            assertThat(links).hasSize(base.statements().size() + base.trials().size());
            for (Object link : links) {
                for (String address : List.of(link.toString(), link + "/attributes")) {
                    Response answer = watched.page().navigate(address);
                    assertThat(answer.status()).as(address).isEqualTo(200);
                    if (watched.beyondTheWindow() > 0) {
                        wide.add(address);
                    }
                }
            }
        }
        assertThat(wide).isEmpty();
    }
}
