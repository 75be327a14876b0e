package io.nextline.cdshooks;

import io.nextline.cdshooks.fetch.FetchSettings;
import io.nextline.cdshooks.page.PageSettings;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.ReadLimits;
import java.time.Clock;

/**
 * What an installation may choose about the services.
 *
 * @param clock tells the day of evaluation, in the time zone of the site
 * @param layer which publications the answers speak from
 * @param limits how much one request may hold
 * @param fetch what may be read from the clients' FHIR servers
 * @param pages what is chosen about the evidence pages
 * @param draftsMissingFacts whether a card with an open question offers to record the fact that would decide it
 */
public record ServiceSettings(
        Clock clock,
        Layer layer,
        ReadLimits limits,
        FetchSettings fetch,
        PageSettings pages,
        boolean draftsMissingFacts) {

    /** Returns the usual settings: all publications, requests up to 8 MiB, nothing fetched, no drafts of missing facts. */
    public static ServiceSettings of(Clock clock) {
        return new ServiceSettings(
                clock, Layer.ALL, ReadLimits.forRequests(), FetchSettings.off(), PageSettings.usual(), false);
    }

    /** Returns these settings with other rules for fetching. */
    public ServiceSettings with(FetchSettings other) {
        return new ServiceSettings(clock, layer, limits, other, pages, draftsMissingFacts);
    }

    /** Returns these settings with other evidence pages. */
    public ServiceSettings with(PageSettings other) {
        return new ServiceSettings(clock, layer, limits, fetch, other, draftsMissingFacts);
    }

    /** Returns these settings with cards that offer to record a missing fact. */
    public ServiceSettings draftingMissingFacts() {
        return new ServiceSettings(clock, layer, limits, fetch, pages, true);
    }

    /**
     * Returns these settings on another clock, speaking from other publications.
     *
     * @param otherClock tells the day of evaluation
     * @param otherLayer which publications the answers speak from
     */
    ServiceSettings on(Clock otherClock, Layer otherLayer) {
        return new ServiceSettings(otherClock, otherLayer, limits, fetch, pages, draftsMissingFacts);
    }
}
