package io.nextline.core.vocabulary;

import java.util.List;
import java.util.Set;

/**
 * The words that take a statement back ("no evidence of", "ruled out", "avoid") and how far they reach.
 *
 * @param before words that take back what follows
 * @param after words that take back what stands just before
 * @param until words that end the reach of the first kind ("but")
 * @param window how many words the first kind reaches forward
 * @param back how many words the second kind reaches back
 */
record Negation(List<String> before, List<String> after, List<String> until, int window, int back) {

    /** Reads the object {@code negation} of a file. */
    static Negation read(DataNode node) {
        node.only(Set.of("before", "after", "until", "window", "back"));
        return new Negation(
                node.texts("before"),
                node.texts("after"),
                node.texts("until"),
                count(node, "window"),
                count(node, "back"));
    }

    private static int count(DataNode node, String key) {
        var number = node.number(key);
        if (number == null || number.signum() < 0) {
            node.problem("needs the field " + key + ", a count of words");
            return 0;
        }
        return number.intValue();
    }
}
