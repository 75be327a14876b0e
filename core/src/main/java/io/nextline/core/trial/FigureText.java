package io.nextline.core.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns references to figures into text, so that a text template holds no number of its own. A reference stands in braces:
 *
 * <pre>
 * {CONTACT-03/pfs/effect}                                   HR 1.03 (95% CI 0.83-1.28)
 * {CONTACT-03/pfs/effect-brief}                             HR 1.03, 0.83-1.28
 * {CONTACT-03/pfs/p}                                        p = 0.78
 * {CONTACT-03/pfs/median/cabozantinib}                      10.8 months
 * {CONTACT-03/pfs/median-value/cabozantinib}                10.8
 * {CONTACT-03/pfs/median-ci/cabozantinib}                   10.8 months (95% CI 10.0-12.5)
 * {CONTACT-03/pfs/events/cabozantinib}                      166/259 (64%)
 * {KEYNOTE-564/dfs/rate/placebo}                            68.1%, also rate-ci
 * {CONTACT-03/harms/serious-adverse-events/cabozantinib}    84/256 (33%)
 * {CONTACT-03/harms/serious-adverse-events/percent/cabozantinib}   33%, also n
 * {CONTACT-03/dose/cabozantinib}                            cabozantinib 60 mg orally once daily
 * {CONTACT-03/randomised}, {CONTACT-03/randomised/cabozantinib}, {CONTACT-03/treated/cabozantinib}
 * {CONTACT-03/enrolment/screened}, {CONTACT-03/enrolment/male}, {CONTACT-03/follow-up}, {CONTACT-03/data-cutoff}
 * {CONTACT-03/derived/not-randomised}                       170 patients (derived)
 * </pre>
 *
 * <p>Digits are kept as printed, in every locale. A reference that leads nowhere, or to a disputed figure, is a problem of the
 * template. Immutable.
 */
public final class FigureText {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final Map<String, Trial> trials;

    /**
     * Looks figures up in these trials.
     *
     * @param trials trials with distinct ids
     */
    public FigureText(Collection<Trial> trials) {
        Map<String, Trial> byId = new HashMap<>();
        trials.forEach(trial -> byId.put(trial.id(), trial));
        this.trials = Map.copyOf(byId);
    }

    /** Returns the references of a template, without braces, in order. */
    public static List<String> references(String template) {
        return BRACES.matcher(template).results().map(result -> result.group(1)).toList();
    }

    /**
     * Fills a template. What cannot be resolved stays as it is and becomes a problem.
     *
     * @param template text with references in braces
     * @param file the file it stands in, for problems
     * @param path where in the file, for problems
     * @param problems where to add them
     */
    public String fill(String template, String file, String path, List<Problem> problems) {
        List<String> wrong = new ArrayList<>();
        StringBuilder filled = new StringBuilder(template.length());
        boolean uneven = false;
        int from = 0;
        for (int close = template.indexOf('}'); close >= 0; close = template.indexOf('}', from)) {
            int open = template.lastIndexOf('{', close);
            if (open < from) {
                uneven = true;
                filled.append(template, from, close + 1);
            } else {
                uneven |= template.substring(from, open).indexOf('{') >= 0;
                filled.append(template, from, open).append(figure(template.substring(open + 1, close), wrong));
            }
            from = close + 1;
        }
        if (uneven || template.indexOf('{', from) >= 0) {
            wrong.add("has a brace without its counterpart");
        }
        wrong.forEach(message -> problems.add(new Problem(file, path, message)));
        return filled.append(template, from, template.length()).toString();
    }

    private String figure(String reference, List<String> wrong) {
        try {
            return text(reference);
        } catch (IllegalArgumentException e) {
            wrong.add("{" + reference + "}: " + e.getMessage());
            return "{" + reference + "}";
        }
    }

    /**
     * Returns the text of one reference, given without braces.
     *
     * @throws IllegalArgumentException saying what is unknown, if it leads to no figure that may be shown
     */
    public String text(String reference) {
        List<String> parts = List.of(reference.split("/", -1));
        Trial trial = trials.get(parts.get(0));
        if (trial == null) {
            throw new IllegalArgumentException("no trial is called " + parts.get(0));
        }
        return new FigureLookup(trial).text(parts.subList(1, parts.size()));
    }
}
