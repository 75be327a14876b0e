package io.nextline.cdshooks.config;

import org.jspecify.annotations.Nullable;

/**
 * A kind of value.
 *
 * @param <T> what it is read to
 */
interface Kind<T> {

    /** Returns what a value looks like, for documentation and errors. */
    String form();

    /** Returns the value, or null if the text is none of this kind. */
    @Nullable T read(String text);

    /** Returns whether values are hidden wherever they are printed. */
    default boolean isSecret() {
        return false;
    }
}
