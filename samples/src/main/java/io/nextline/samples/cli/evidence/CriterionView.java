package io.nextline.samples.cli.evidence;

import io.nextline.core.criterion.AllOf;
import io.nextline.core.criterion.AnyOf;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.Not;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A criterion as an indented list of questions, without a patient. */
final class CriterionView {

    private static final int STEP = 2;

    private CriterionView() {}

    static List<Text> lines(Criterion criterion, int width) {
        List<Text> lines = new ArrayList<>();
        add(criterion, 0, width, lines);
        return lines;
    }

    private static void add(Criterion criterion, int indent, int width, List<Text> lines) {
        if (criterion instanceof AllOf all) {
            group("all of these:", all.parts(), indent, width, lines);
        } else if (criterion instanceof AnyOf any) {
            group("any of these:", any.parts(), indent, width, lines);
        } else if (criterion instanceof Not not) {
            group("not:", List.of(not.part()), indent, width, lines);
        } else {
            line("- " + words(criterion.toString()), indent, width, lines);
        }
    }

    private static void group(String head, List<Criterion> parts, int indent, int width, List<Text> lines) {
        line(head, indent, width, lines);
        parts.forEach(part -> add(part, indent + STEP, width, lines));
    }

    private static void line(String text, int indent, int width, List<Text> lines) {
        for (Text line : Text.of(text).wrappedHanging(width - indent, STEP)) {
            lines.add(line.indented(indent));
        }
    }

    /** Turns a record's text, {@code HasSite[site=brain]}, into words: {@code has site: brain}. */
    static String words(String record) {
        int bracket = record.indexOf('[');
        String name = bracket < 0 ? record : record.substring(0, bracket);
        String values = bracket < 0 ? "" : record.substring(bracket + 1, record.length() - 1);
        String question = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String answers = values.replaceAll("\\w+=", "").replaceAll("[\\[\\]]", "");
        return answers.isEmpty() ? question : question + ": " + answers;
    }
}
