package io.nextline.samples.cli.explain;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The facts beside their entries, a line each where there is room; what is not known is named in one paragraph after them. */
final class KeyFacts {

    /** Told with the lines of therapy. */
    private static final Set<String> WITH_THE_LINES = Set.of(
            "progression on or after the latest line",
            "adjuvant checkpoint inhibitor",
            "active systemic therapy",
            "lines for advanced disease");
    /** Its value says what it is. */
    private static final Set<String> NEEDS_NO_NAME = Set.of("diagnosis", "performance status", "age", "vital status");
    /** So important that its gap is told in full. */
    private static final Set<String> GAP_IN_FULL = Set.of("diagnosis", "stage now", "performance status", "age");
    /** Says what the record is like, or rests on the facts told after it. */
    private static final Set<String> WITHOUT_ENTRY = Set.of("medication record", "IMDC risk group");

    private static final String DIAGNOSED = "first diagnosed";
    private static final int LABEL = 11;
    private static final int LEAST = 24;

    private final List<Row> rows = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    /** A fact, or a gap that is told in full, beside the entry it rests on. */
    private record Row(String label, Text said, Text from) {}

    private KeyFacts() {}

    static List<Text> told(PatientFacts facts, int width) {
        KeyFacts told = new KeyFacts();
        told.section("Cancer", Facts.disease(facts));
        told.section("Therapy", Facts.treatment(facts));
        told.section("Condition", Facts.condition(facts));
        List<Text> lines = told.lines(width);
        if (!told.open.isEmpty()) {
            Text unknown = Text.of("[?] not known: ", Style.OPEN).plus(String.join(", ", told.open));
            lines.addAll(unknown.wrappedHanging(width, LABEL));
        }
        return lines;
    }

    private void section(String heading, List<Fact> facts) {
        String label = heading;
        for (Fact fact : facts) {
            if (WITH_THE_LINES.contains(fact.name()) || isSaidByItsEntry(fact)) {
                continue;
            }
            Gap gap = fact.gap();
            if (gap == null) {
                String said = said(fact);
                Text from = WITHOUT_ENTRY.contains(fact.name()) ? Text.EMPTY : Sources.leading(fact.from(), said);
                rows.add(new Row(label, Text.of(said), from));
            } else if (GAP_IN_FULL.contains(fact.name())) {
                Text unknown = Text.of("[?] not known: ", Style.OPEN).plus(gap.detail());
                rows.add(new Row(label, unknown, Text.EMPTY));
            } else {
                open.add(fact.name());
                continue;
            }
            label = "";
        }
    }

    /** The day of diagnosis need not be told where the entry beside the diagnosis bears it. */
    private static boolean isSaidByItsEntry(Fact fact) {
        if (!fact.name().equals(DIAGNOSED) || fact.from().isEmpty()) {
            return false;
        }
        Provenance entry = fact.from().get(0);
        return entry.date() != null && entry.date().text().equals(fact.value());
    }

    private static String said(Fact fact) {
        return NEEDS_NO_NAME.contains(fact.name()) ? String.valueOf(fact.value()) : fact.name() + ": " + fact.value();
    }

    /** Entries start at the column that takes fewest lines; a longer fact pushes its own entry to the right. */
    private List<Text> lines(int width) {
        List<Text> fewest = lines(width, LEAST);
        int widest = rows.stream().mapToInt(row -> row.said().width()).max().orElse(LEAST);
        for (int said = LEAST + 1; said <= Math.min(widest, width / 2); said++) {
            List<Text> lines = lines(width, said);
            fewest = lines.size() <= fewest.size() ? lines : fewest;
        }
        return fewest;
    }

    private List<Text> lines(int width, int said) {
        List<Text> lines = new ArrayList<>();
        for (Row row : rows) {
            Text label = Text.of(row.label(), Style.BOLD).padded(LABEL);
            Text line = row.from().width() == 0
                    ? label.plus(row.said())
                    : label.plus(row.said()).plus("  ").padded(LABEL + said + 2).plus(row.from());
            lines.addAll(line.wrappedHanging(width, LABEL + 2));
        }
        return lines;
    }
}
