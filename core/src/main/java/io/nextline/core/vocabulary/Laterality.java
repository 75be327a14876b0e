package io.nextline.core.vocabulary;

/** The side of a paired organ. */
public enum Laterality {
    LEFT,
    RIGHT,
    BOTH
}
