package io.nextline.cdshooks.card;

/**
 * How much of everything a card's detail shows. A detail that does not fit into its bytes is written again with less.
 *
 * @param trials tables of trials
 * @param statements statements in full
 * @param limits entries in each list of limits and gaps
 * @param populations whether the populations studied and the sources' remarks are told
 */
record DetailLevel(int trials, int statements, int limits, boolean populations) {

    /** From everything to the least that still tells what was found, why, and what is not known. */
    static final DetailLevel[] ALL = {
        new DetailLevel(8, 12, 8, true),
        new DetailLevel(5, 8, 5, true),
        new DetailLevel(4, 6, 4, true),
        new DetailLevel(3, 5, 3, false),
        new DetailLevel(2, 3, 2, false),
        new DetailLevel(1, 2, 1, false),
        new DetailLevel(1, 1, 1, false)
    };
}
