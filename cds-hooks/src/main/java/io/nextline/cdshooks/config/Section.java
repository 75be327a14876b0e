package io.nextline.cdshooks.config;

import java.util.List;

/**
 * A part of the configuration: its keys, and what they are read to. A further part of the service gets its keys by a section of
 * its own, added to {@link Sections}.
 *
 * @param <T> what it is read to
 */
interface Section<T> {

    /** Returns the heading in the documentation. */
    String title();

    /** Returns its keys, in the order in which they are documented. */
    List<Key<?>> keys();

    /** Reads its settings. What cannot be read becomes a problem, and its usual value is taken for the time being. */
    T read(Values values);
}
