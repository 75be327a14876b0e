package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * What a code or wording says about histology.
 *
 * @param histology the histology's id, for example {@code clear-cell}; null where it is not further specified (carcinoma NOS)
 * @param sarcomatoid whether a sarcomatoid part is stated; false means not stated
 * @param cancerType the type of cancer that this histology can only belong to, or null
 * @param conflict whether codings or wording contradict each other
 * @param matched what decided, {@code system|code} or {@code text}
 */
public record HistologyCode(
        @Nullable String histology,
        boolean sarcomatoid,
        @Nullable String cancerType,
        boolean conflict,
        String matched) {}
