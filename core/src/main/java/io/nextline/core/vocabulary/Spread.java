package io.nextline.core.vocabulary;

/** How far a stage says that a cancer has spread. */
public enum Spread {
    METASTATIC,
    LOCALLY_ADVANCED,
    LOCALISED
}
