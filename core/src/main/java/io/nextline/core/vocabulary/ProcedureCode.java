package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * What the code of a Procedure says.
 *
 * @param kind the kind of procedure
 * @param site the id of the organ, from the code or the body site given with it, or null
 * @param laterality the side, or null
 * @param matched what decided, {@code system|code} or {@code text}
 */
public record ProcedureCode(
        ProcedureKind kind, @Nullable String site, @Nullable Laterality laterality, String matched) {}
