package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What words mean: named groups of phrases, and rules over the groups that a text mentions. The first rule whose groups are all
 * mentioned, with one of its alternatives if it has any and none of its excluded groups, decides. A phrase that the text takes back is not mentioned.
 *
 * @param <T> what a rule concludes
 */
final class TextRules<T> {

    private final PhraseScanner<Integer> scanner;
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<Rule<T>> rules = new ArrayList<>();

    private record Rule<T>(BitSet all, BitSet any, BitSet none, T value) {

        boolean fits(BitSet mentioned) {
            if (none.intersects(mentioned) || (!any.isEmpty() && !any.intersects(mentioned))) {
                return false;
            }
            for (int bit = all.nextSetBit(0); bit >= 0; bit = all.nextSetBit(bit + 1)) {
                if (!mentioned.get(bit)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads the fields {@code words}, {@code rules} and {@code negation} of a section.
     *
     * @param section the object that holds them
     * @param concept reads what a rule concludes
     */
    TextRules(DataNode section, Function<DataNode, T> concept) {
        if (!section.get("rules").isPresent()) {
            section.problem("needs the field rules");
        }
        scanner = new PhraseScanner<>(Negation.read(section.get("negation")));
        for (Map.Entry<String, DataNode> group : section.get("words").fields().entrySet()) {
            int id = groups.size();
            groups.put(group.getKey(), id);
            for (String phrase : section.get("words").texts(group.getKey())) {
                if (!scanner.add(phrase, id)) {
                    group.getValue().problem("the phrase '" + phrase + "' is also a word of negation");
                }
            }
        }
        for (DataNode row : section.list("rules")) {
            rules.add(new Rule<>(bits(row, "all"), bits(row, "any"), bits(row, "none"), concept.apply(row)));
        }
    }

    private BitSet bits(DataNode row, String key) {
        BitSet bits = new BitSet();
        for (String name : row.texts(key)) {
            Integer group = groups.get(name);
            if (group == null) {
                row.problem("the group " + name + " is not among the words");
            } else {
                bits.set(group);
            }
        }
        if (key.equals("all") && bits.isEmpty()) {
            row.problem("a rule needs at least one group in all");
        }
        return bits;
    }

    /** The fields of a rule beside those of its conclusion. */
    static final Set<String> FIELDS = Set.of("all", "any", "none");

    /** Returns what the first fitting rule concludes, or null if none fits. */
    @Nullable T first(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Mentions mentions = new Mentions();
        scanner.scan(text, mentions);
        return mentions.bits == null ? null : decide(mentions.bits);
    }

    /** Returns what every fitting rule concludes, each conclusion once, in the order of the rules. */
    List<T> all(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        Mentions mentions = new Mentions();
        scanner.scan(text, mentions);
        BitSet mentioned = mentions.bits;
        if (mentioned == null) {
            return List.of();
        }
        List<T> concluded = new ArrayList<>();
        for (Rule<T> rule : rules) {
            if (rule.fits(mentioned) && !concluded.contains(rule.value)) {
                concluded.add(rule.value);
            }
        }
        return concluded;
    }

    /** Returns whether a text holds any listed phrase, taken back or not. */
    boolean mentionsAny(String text) {
        Mentions mentions = new Mentions();
        scanner.scan(text, mentions);
        return mentions.bits != null || mentions.takenBack != null;
    }

    /** Returns whether a text names a phrase of this group only to take it back. */
    boolean takesBack(String text, String group) {
        Integer id = groups.get(group);
        Mentions mentions = new Mentions();
        scanner.scan(text, mentions);
        return id != null && mentions.takenBack != null && mentions.takenBack.get(id);
    }

    private @Nullable T decide(BitSet mentioned) {
        for (Rule<T> rule : rules) {
            if (rule.fits(mentioned)) {
                return rule.value;
            }
        }
        return null;
    }

    /** The groups that a text mentions. */
    private static final class Mentions implements PhraseScanner.Found<Integer> {

        private @Nullable BitSet bits;
        private @Nullable BitSet takenBack;

        @Override
        public void phrase(List<Integer> meanings, boolean negated) {
            if (negated) {
                takenBack = with(takenBack, meanings);
            } else {
                bits = with(bits, meanings);
            }
        }

        private static BitSet with(@Nullable BitSet before, List<Integer> meanings) {
            BitSet target = before == null ? new BitSet() : before;
            for (int meaning : meanings) {
                target.set(meaning);
            }
            return target;
        }
    }
}
