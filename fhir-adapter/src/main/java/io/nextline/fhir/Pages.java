package io.nextline.fhir;

import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import io.nextline.core.fhir.ReadIssue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a Bundle in JSON says of how much more there is. */
final class Pages {

    private Pages() {}

    /**
     * Returns the element that says that there are further pages; null if none does. A server that counts more matches than it
     * sends has more, whether it links to them or not.
     *
     * @throws SetAside if what it says cannot be read
     */
    static @Nullable String furtherPages(Tree.Branch bundle, int entries) {
        boolean next = false;
        for (BaseJsonLikeValue link : Tree.values(bundle.get("link"))) {
            if (!(link instanceof Tree.Branch branch)) {
                throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "link");
            }
            next |= "next".equals(JsonResource.text(branch.get("relation"), "link.relation"));
        }
        return next ? "link" : total(bundle.get("total")).compareTo(BigDecimal.valueOf(entries)) > 0 ? "total" : null;
    }

    private static BigDecimal total(@Nullable BaseJsonLikeValue total) {
        if (total == null) {
            return BigDecimal.ZERO;
        }
        if (total instanceof Tree.Leaf leaf && leaf.getDataType() == ScalarType.NUMBER) {
            return new BigDecimal(leaf.getAsString());
        }
        throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "total");
    }
}
