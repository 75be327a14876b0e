package io.nextline.cdshooks.page;

import io.nextline.core.criterion.AllOf;
import io.nextline.core.criterion.AnyOf;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A criterion as an outline of questions, without a patient.
 *
 * @param text what is asked, or how the parts are joined
 * @param parts the parts, empty for a single question
 */
record CriterionOutline(String text, List<CriterionOutline> parts) {

    static CriterionOutline of(Criterion criterion, CriterionWords words) {
        if (criterion instanceof AllOf all) {
            return joined("all of these", flat(all.parts(), AllOf.class, AllOf::parts), words);
        }
        if (criterion instanceof AnyOf any) {
            return joined("any of these", flat(any.parts(), AnyOf.class, AnyOf::parts), words);
        }
        if (criterion instanceof Not not) {
            return joined("not", List.of(not.part()), words);
        }
        return new CriterionOutline(words.of(criterion), List.of());
    }

    private static CriterionOutline joined(String text, List<Criterion> parts, CriterionWords words) {
        return new CriterionOutline(
                text, parts.stream().map(part -> of(part, words)).toList());
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
}
