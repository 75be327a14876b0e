package io.nextline.samples.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was seen of each rule, and turns it into results. Not thread-safe. */
final class Ledger {

    private static final int SHOWN = 2;

    private final Catalogue catalogue;
    private final Map<String, Entry> entries = new HashMap<>();

    Ledger(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private static final class Entry {
        private int kept;
        private int broken;
        private String unjudged = "";
        private final List<String> examples = new ArrayList<>();
    }

    /** Returns a view of this for one place, which is named before what is seen there. */
    Place at(String where) {
        return new Place(this, where);
    }

    /** Tells of one look at a rule; {@code seen} matters where it was broken. */
    void note(String id, boolean kept, String seen) {
        Entry entry = entry(id);
        if (kept) {
            entry.kept++;
            return;
        }
        entry.broken++;
        if (entry.examples.size() < SHOWN && !entry.examples.contains(seen)) {
            entry.examples.add(seen);
        }
    }

    /** Tells why a rule could not be judged; counts only where it is judged nowhere. */
    void skip(String id, String why) {
        entry(id).unjudged = why;
    }

    private Entry entry(String id) {
        return entries.computeIfAbsent(catalogue.named(id).id(), unseen -> new Entry());
    }

    /** Returns a result for every rule of the catalogue. */
    List<Result> results() {
        return catalogue.all().stream().map(this::result).toList();
    }

    private Result result(Requirement rule) {
        Entry entry = entries.getOrDefault(rule.id(), new Entry());
        if (entry.broken > 0) {
            return new Result(rule, rule.level() == Level.SHALL ? Verdict.FAIL : Verdict.WARN, words(entry));
        }
        if (entry.kept > 0) {
            return new Result(rule, Verdict.PASS, entry.kept == 1 ? "" : "seen " + entry.kept + " times");
        }
        return new Result(rule, Verdict.SKIP, entry.unjudged.isEmpty() ? "no answer had it" : entry.unjudged);
    }

    private static String words(Entry entry) {
        int more = entry.broken - entry.examples.size();
        return String.join("; ", entry.examples) + (more > 0 ? "; and " + more + " more" : "");
    }
}
