package io.nextline.samples.cli.evidence;

import io.nextline.cdshooks.page.CriterionWords;
import io.nextline.core.criterion.AllOf;
import io.nextline.core.criterion.AnyOf;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.Not;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A criterion as an indented list of questions, without a patient. */
final class CriterionView {

    private static final int STEP = 2;

    private final CriterionWords words = new CriterionWords();
    private final int width;
    private final List<Text> lines = new ArrayList<>();

    private CriterionView(int width) {
        this.width = width;
    }

    static List<Text> lines(Criterion criterion, int width) {
        CriterionView view = new CriterionView(width);
        view.add(criterion, 0);
        return view.lines;
    }

    private void add(Criterion criterion, int indent) {
        if (criterion instanceof AllOf all) {
            group("- all of these:", flat(all.parts(), AllOf.class, AllOf::parts), indent);
        } else if (criterion instanceof AnyOf any) {
            group("- any of these:", flat(any.parts(), AnyOf.class, AnyOf::parts), indent);
        } else if (criterion instanceof Not not) {
            group("- not:", List.of(not.part()), indent);
        } else {
            line("- " + words.of(criterion), indent);
        }
    }

    /** "All of these" within "all of these" is one list; so is "any". */
    private static <C extends Criterion> List<Criterion> flat(
            List<Criterion> parts, Class<C> kind, Function<C, List<Criterion>> inner) {
        List<Criterion> flat = new ArrayList<>();
        for (Criterion part : parts) {
            if (kind.isInstance(part)) {
                flat.addAll(flat(inner.apply(kind.cast(part)), kind, inner));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    private void group(String head, List<Criterion> parts, int indent) {
        line(head, indent);
        parts.forEach(part -> add(part, indent + STEP));
    }

    private void line(String text, int indent) {
        for (Text line : Text.of(text).wrappedHanging(width - indent, STEP)) {
            lines.add(line.indented(indent));
        }
    }
}
