package io.nextline.fhir;

import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import io.nextline.core.fhir.ReadIssue;
import java.math.BigDecimal;

/** What a Bundle in JSON says of how much more there is. */
final class Pages {

    private Pages() {}

    /**
     * Returns whether the Bundle links to a next page.
     *
     * @throws SetAside if its links cannot be read
     */
    static boolean linkToNext(Tree.Branch bundle) {
        boolean next = false;
        for (BaseJsonLikeValue link : Tree.values(bundle.get("link"))) {
            if (!(link instanceof Tree.Branch branch)) {
                throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "link");
            }
            next |= "next".equals(JsonResource.text(branch.get("relation"), "link.relation"));
        }
        return next;
    }

    /**
     * Returns whether the Bundle counts more matches than it has entries: then there are more, whether it links to them or not.
     *
     * @throws SetAside if its total cannot be read
     */
    static boolean countMore(Tree.Branch bundle, int entries) {
        BaseJsonLikeValue total = bundle.get("total");
        if (total == null) {
            return false;
        }
        if (!(total instanceof Tree.Leaf leaf) || leaf.getDataType() != ScalarType.NUMBER) {
            throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "total");
        }
        try {
            return new BigDecimal(leaf.getAsString()).intValueExact() > entries;
        } catch (ArithmeticException | NumberFormatException notAnInteger) {
            throw new SetAside(ReadIssue.Kind.BAD_NUMBER, "total");
        }
    }
}
