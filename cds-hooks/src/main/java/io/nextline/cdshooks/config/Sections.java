package io.nextline.cdshooks.config;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The parts of the configuration, in the order in which they are documented. */
final class Sections {

    private Sections() {}

    /** Returns all parts; a new part of the service adds its own here, and reads it in {@link ServiceConfiguration}. */
    static List<Section<?>> all() {
        return List.of(
                new ListenSection(),
                new AuthenticationSection(),
                new ReplaySection(),
                new ServiceSection(),
                new FetchSection(),
                new FeedbackSection(),
                new PageSection(null),
                new LimitSection(false),
                new OperationSection(Clock.systemUTC(), ""));
    }

    /** Returns the keys of all parts. */
    static List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>();
        all().forEach(section -> keys.addAll(section.keys()));
        return keys;
    }
}
