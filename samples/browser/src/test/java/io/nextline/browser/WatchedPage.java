package io.nextline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of a browser context of its own. Requests to elsewhere are blocked; on closing, nothing may have gone wrong on it. */
final class WatchedPage implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 15_000;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> troubles = new ArrayList<>();
    private boolean closing;
    private final List<Response> weighed = new ArrayList<>();

    /** How wide the window is, and in which colours. */
    record Look(int width, int height, ColorScheme scheme) {

        static final Look DESK = new Look(1440, 1000, ColorScheme.LIGHT);
        static final Look DARK = new Look(1440, 1000, ColorScheme.DARK);
        static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT);
    }

    private WatchedPage(Browser browser, URI base, Look look) {
        this.base = base.toString();
        this.context = browser.newContext(new NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.route("**", this::pass);
        context.addInitScript("addEventListener('securitypolicyviolation',"
                + " event => console.error('policy violated: ' + event.violatedDirective + ' ' + event.blockedURI));");
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.type() + " on the console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("uncaught: " + error));
        page.onDialog(dialog -> {
            troubles.add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        });
    }

    static WatchedPage open(Browser browser, URI base, Look look, String path) {
        WatchedPage opened = new WatchedPage(browser, base, look);
        opened.page.navigate(base + path);
        return opened;
    }

    private void pass(Route route) {
        if (closing) {
            return;
        }
        String url = route.request().url();
        if (url.startsWith(base + "/") || url.startsWith("data:")) {
            route.resume();
        } else {
            troubles.add("a request to elsewhere: " + url);
            route.abort();
        }
    }

    Page page() {
        return page;
    }

    /** Counts what is loaded from now on, as it goes over the wire. */
    void weigh() {
        page.onResponse(weighed::add);
    }

    /**
     * Returns how many bytes came since {@link #weigh()}. Bodies are asked for here, not as they arrive: asking lets further
     * responses arrive meanwhile, whose bytes a sum under way would lose.
     */
    long bytes() {
        long bytes = 0;
        for (Response response : List.copyOf(weighed)) {
            bytes += response.body().length;
        }
        return bytes;
    }

    /** Returns by how many pixels the page is wider than the window. */
    int beyondTheWindow() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
    }

    /** Keeps a picture of the whole page, to be looked at. */
    void picture(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Keeps a picture of what the window shows. */
    void window(String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Forgets what went wrong so far, where a test made it go wrong. */
    void forgiveTroubles() {
        troubles.clear();
    }

    @Override
    public void close() {
        closing = true;
        context.close();
        assertThat(troubles).as("what went wrong on the page").isEmpty();
    }
}
