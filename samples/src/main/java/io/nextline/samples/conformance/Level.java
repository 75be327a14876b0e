package io.nextline.samples.conformance;

/** How much a rule binds, in the words of RFC 2119. */
public enum Level {
    SHALL,
    SHOULD,
    MAY
}
