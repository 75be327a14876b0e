package io.nextline.core.trial;

import org.jspecify.annotations.Nullable;

/** Reads an object from its fields, or nothing if it is not fit; what is wrong with it has then been noted. */
@FunctionalInterface
public interface JsonShape<T> {
    @Nullable T read(JsonFields fields);
}
