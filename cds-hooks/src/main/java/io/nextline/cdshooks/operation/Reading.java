package io.nextline.cdshooks.operation;

import java.util.function.LongSupplier;

/**
 * A number that can be read at any time, for metrics.
 *
 * @param name by the rules of Micrometer, for example {@code nextline.audit.waiting}
 * @param description what it tells
 * @param counts whether it only grows
 * @param value tells it; thread-safe
 */
public record Reading(String name, String description, boolean counts, LongSupplier value) {}
