package io.nextline.cdshooks.page.plot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A plot with its words.
 *
 * @param id unique on the page
 * @param title what is plotted
 * @param description every row in a sentence, for those who do not see the picture
 * @param note how to read it
 * @param entries what is plotted, from above
 * @param wide the picture for wide screens and paper
 * @param narrow the picture for phones
 */
public record PlotFigure(
        String id,
        String title,
        String description,
        String note,
        List<PlotEntry> entries,
        PlotPicture wide,
        PlotPicture narrow) {

    /**
     * Returns a plot of ratios on a logarithmic axis, both directions named.
     *
     * @param left whom a ratio below 1 favours
     * @param right whom a ratio above 1 favours
     */
    public static PlotFigure ratios(
            String id, String title, String note, List<PlotEntry> entries, String left, String right) {
        return new PlotFigure(
                id,
                title,
                description(entries) + " Left of 1 favours " + left + ", right of 1 favours " + right + ".",
                note,
                List.copyOf(entries),
                ratios(PlotLayout.WIDE, entries, left, right),
                ratios(PlotLayout.NARROW, entries, left, right));
    }

    /** Returns a plot of times on a linear axis. */
    public static PlotFigure times(String id, String title, String note, List<PlotEntry> entries) {
        return new PlotFigure(
                id,
                title,
                description(entries),
                note,
                List.copyOf(entries),
                times(PlotLayout.WIDE, entries),
                times(PlotLayout.NARROW, entries));
    }

    private static PlotPicture ratios(PlotLayout layout, List<PlotEntry> entries, String left, String right) {
        PlotScale scale = PlotScale.ratios(entries, layout.left(), layout.right());
        return PlotPicture.of(layout, scale, entries, left, right);
    }

    private static PlotPicture times(PlotLayout layout, List<PlotEntry> entries) {
        PlotScale scale = PlotScale.times(entries, layout.left(), layout.right());
        return PlotPicture.of(layout, scale, entries, null, null);
    }

    private static String description(List<PlotEntry> entries) {
        return entries.stream().map(PlotEntry::sentence).collect(Collectors.joining(" "));
    }

    /** Returns both pictures. */
    public List<PlotPicture> pictures() {
        return List.of(wide, narrow);
    }
}
