package io.nextline.samples.playground;

import io.nextline.core.evidence.Layer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path below {@code /playground/at/DATE/LAYER}, which is a base URL of the same services on another day.
 *
 * @param asOf the day of evaluation
 * @param layer which publications the answers speak from
 * @param rest the path below it, for example {@code /cds-services/nextline-order-sign}
 */
record AsOfPath(LocalDate asOf, Layer layer, String rest) {

    private static final Pattern FORM = Pattern.compile("/playground/at/(\\d{4}-\\d{2}-\\d{2})/(all|seed)(/.*)");

    static @Nullable AsOfPath parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        try {
            Layer layer = matcher.group(2).equals("seed") ? Layer.SEED : Layer.ALL;
            return new AsOfPath(LocalDate.parse(matcher.group(1)), layer, matcher.group(3));
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
