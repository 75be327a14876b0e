package io.nextline.core.trial;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers in a printed text, digits kept: {@code 10·0} gives {@code 10.0}, {@code 1,200} gives {@code 1200} and
 * {@code nine} gives {@code 9}. The middle dot is a decimal point; a unit such as m2 is not a number.
 */
final class PrintedNumbers {
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![a-z0-9.])(\\d+\\.\\d+|\\.\\d+|\\d+)(?![\\d])|\\b[a-z]+\\b");

    private PrintedNumbers() {}

    static Set<String> of(String printed) {
        String text = printed.toLowerCase(Locale.ROOT).replace('·', '.');
        Matcher matcher = NUMBER.matcher(THOUSANDS.matcher(text).replaceAll(""));
        Set<String> numbers = new TreeSet<>();
        while (matcher.find()) {
            String found = matcher.group();
            int word = WORDS.indexOf(found);
            if (word >= 0) {
                numbers.add(Integer.toString(word));
            } else if (Character.isDigit(found.charAt(found.length() - 1))) {
                numbers.add(found);
            }
        }
        return numbers;
    }
}
