package io.nextline.core.evidence;

import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the texts of statements may hold: no number but by reference into a trial file, and no word that directs instead of
 * informing. Digits are let through only in names: of trials, statements, their registry numbers and time points, of molecular
 * targets and of phases.
 */
final class TextRules {

    private static final Pattern REFERENCE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d.,]*\\d|\\d");
    private static final String ESTABLISHED =
            "PD-1|PD-L1|PD-\\(L\\)1|CTLA-4|HIF-2a|VEGFR-[123]|[Pp]hase (?:1b/2|1/2|[123])";
    private static final Pattern DIRECTING = Pattern.compile(
            "\\b(?:must|should|ought|give|stop|start|avoid|prescribe|administer|use it|recommend\\w*|prefer|preferred"
                    + "|advise|advised|eligib\\w*|enrol\\w*|contraindicated|guarantee\\w*|proven|best choice|first choice"
                    + "|safe|do not (?:use|give|start|stop))\\b",
            Pattern.CASE_INSENSITIVE);

    private final Pattern names;

    /**
     * Prepares the rules.
     *
     * @param trials trials whose names, registry numbers and time points may stand in a text
     * @param statements statement ids that may stand in a text
     */
    TextRules(Collection<Trial> trials, Set<String> statements) {
        Stream<String> spelled = Stream.concat(trials.stream().flatMap(TextRules::names), statements.stream());
        String alternatives = spelled.filter(name -> DIGITS.matcher(name).find())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String all = alternatives.isEmpty() ? ESTABLISHED : alternatives + "|" + ESTABLISHED;
        names = Pattern.compile("(?<!\\w)(?:" + all + ")(?!\\w)");
    }

    private static Stream<String> names(Trial trial) {
        Stream<String> own = Stream.of(trial.id(), trial.shortName(), trial.nct());
        Stream<String> times = trial.results().stream().flatMap(TextRules::times);
        return Stream.of(own, trial.aliases().stream(), times)
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }

    private static Stream<String> times(Result result) {
        Stream<String> rates = result.arms().stream()
                .map(arm -> arm.rate() == null ? null : arm.rate().at());
        return Stream.concat(Stream.of(result.timepoint()), rates);
    }

    /** Notes a word that directs. */
    void checkWords(String template, String file, String path, List<Problem> problems) {
        Matcher directing = DIRECTING.matcher(own(template));
        if (directing.find()) {
            String message = "says '" + directing.group() + "'; a statement informs and directs nobody";
            problems.add(new Problem(file, path, message));
        }
    }

    /** Notes a number that stands in a template itself. */
    void checkNumbers(String template, String file, String path, List<Problem> problems) {
        Matcher number = DIGITS.matcher(names.matcher(own(template)).replaceAll(" "));
        if (number.find()) {
            String message = "holds the number " + number.group()
                    + "; a result stands as a reference in braces, as {CONTACT-03/pfs/effect}";
            problems.add(new Problem(file, path, message));
        }
    }

    private static String own(String template) {
        return REFERENCE.matcher(template).replaceAll(" ");
    }
}
