package io.nextline.cdshooks.page.plot;

/**
 * How a picture is laid out. One is made for wide screens and paper, with the words beside the axis, and one for phones, with the
 * words above it; the style sheet shows one of them.
 *
 * @param name its class in the style sheet
 * @param width how wide the picture is, in units that are pixels where it is not scaled
 * @param left where the axis begins
 * @param right where the axis ends
 * @param labelChars how many characters a line of a label holds
 * @param sideChars how many characters a line of a direction holds
 * @param stacked whether words stand above the axis
 */
public record PlotLayout(String name, int width, int left, int right, int labelChars, int sideChars, boolean stacked) {
    /** For wide screens and paper. */
    public static final PlotLayout WIDE = new PlotLayout("wide", 760, 268, 520, 40, 44, false);

    /** For phones. */
    public static final PlotLayout NARROW = new PlotLayout("narrow", 340, 10, 330, 50, 24, true);
}
