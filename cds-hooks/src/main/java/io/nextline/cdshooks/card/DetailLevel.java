package io.nextline.cdshooks.card;

/**
 * How much of everything a card's detail shows. A detail that does not fit into its bytes is written again with less.
 *
 * @param trials tables of trials
 * @param statements statements in full
 * @param summaries whether the other statements are told in one line each, or only named
 * @param limits entries in each list of limits and gaps
 * @param populations whether the populations studied and the sources' remarks are told
 */
record DetailLevel(int trials, int statements, boolean summaries, int limits, boolean populations) {

    /** From everything to the least that still tells what was found, why, and what is not known. */
    static final DetailLevel[] ALL = {
        new DetailLevel(8, 12, true, 8, true),
        new DetailLevel(5, 8, true, 5, true),
        new DetailLevel(4, 6, true, 4, true),
        new DetailLevel(3, 5, true, 3, false),
        new DetailLevel(3, 4, true, 2, false),
        new DetailLevel(2, 4, true, 2, false),
        new DetailLevel(2, 3, true, 2, false),
        new DetailLevel(1, 3, true, 2, false),
        new DetailLevel(1, 2, true, 1, false),
        new DetailLevel(1, 1, true, 1, false),
        new DetailLevel(1, 1, false, 1, false)
    };
}
