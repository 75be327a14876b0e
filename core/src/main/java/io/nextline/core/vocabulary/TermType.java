package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/** RxNorm's term types: what kind of concept a RxCUI is. */
enum TermType {
    IN("ingredient"),
    PIN("precise ingredient"),
    BN("brand name"),
    SCDC("drug component"),
    SBDC("branded component"),
    SCDF("drug form"),
    SBDF("branded form"),
    SCD("clinical drug"),
    SBD("branded drug"),
    SCDG("dose form group"),
    SBDG("branded dose form group"),
    GPCK("pack"),
    BPCK("branded pack");

    private final String words;

    TermType(String words) {
        this.words = words;
    }

    /** Returns the term type in words. */
    String words() {
        return words;
    }

    /** Returns the term type of that abbreviation, or null. */
    static @Nullable TermType of(String abbreviation) {
        for (TermType type : values()) {
            if (type.name().equals(abbreviation)) {
                return type;
            }
        }
        return null;
    }
}
