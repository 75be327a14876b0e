package io.nextline.cdshooks.config;

import io.nextline.cdshooks.security.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of values. */
final class Kinds {

    private static final long KIBIBYTE = 1024;

    private Kinds() {}

    private record Simple<T>(String form, boolean isSecret, Function<String, @Nullable T> reader) implements Kind<T> {
        @Override
        public @Nullable T read(String text) {
            return reader.apply(text);
        }
    }

    private static <T> Kind<T> of(String form, Function<String, @Nullable T> reader) {
        return new Simple<>(form, false, reader);
    }

    /** Any text. */
    static Kind<String> text() {
        return of("text", text -> text);
    }

    /** A text that is hidden. */
    static Kind<Secret> secret() {
        return new Simple<>("text, hidden wherever settings are printed", true, Secret::of);
    }

    /** {@code true} or {@code false}. */
    static Kind<Boolean> flag() {
        return of("true or false", text -> switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        });
    }

    /** A whole number. */
    static Kind<Integer> count(int least, int most) {
        return of("a whole number, " + least + " to " + most, text -> {
            Long value = digits(text);
            return value == null || value < least || value > most ? null : value.intValue();
        });
    }

    /** A number of bytes. */
    static Kind<Integer> bytes(int least, int most) {
        return of("bytes, for example 16384, 16 KiB or 8 MiB; " + size(least) + " to " + size(most), text -> {
            Long value = size(text);
            return value == null || value < least || value > most ? null : value.intValue();
        });
    }

    /** A time. */
    static Kind<Duration> duration(Duration least, Duration most) {
        return of("a time, for example 200 ms, 15 s, 5 min or 4 h; " + time(least) + " to " + time(most), text -> {
            Duration value = time(text);
            return value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0 ? null : value;
        });
    }

    /** A file or folder. */
    static Kind<Path> path() {
        return of("a path; a relative one starts at the configuration file's folder", text -> {
            try {
                return text.isEmpty() ? null : Path.of(text);
            } catch (InvalidPathException broken) {
                return null;
            }
        });
    }

    /** An absolute URL. */
    static Kind<URI> url() {
        return of("an absolute URL", text -> {
            try {
                URI url = new URI(text);
                return url.isAbsolute() && url.getHost() != null ? url : null;
            } catch (URISyntaxException broken) {
                return null;
            }
        });
    }

    /** A time zone. */
    static Kind<ZoneId> zone() {
        return of("a time zone, for example Europe/Zurich, or system", text -> {
            try {
                return text.equals("system") ? ZoneId.systemDefault() : ZoneId.of(text);
            } catch (DateTimeException unknown) {
                return null;
            }
        });
    }

    /** One of a closed list. */
    static <T> Kind<T> choice(List<T> values, Function<T, String> name) {
        String form = "one of " + String.join(", ", values.stream().map(name).toList());
        return of(
                form,
                text -> values.stream()
                        .filter(value -> name.apply(value).equals(text))
                        .findFirst()
                        .orElse(null));
    }

    /** Several values of a kind, separated by commas. */
    static <T> Kind<List<T>> list(Kind<T> kind) {
        return of("a list, separated by commas; each " + kind.form(), text -> {
            List<T> values = new ArrayList<>();
            for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
                T value = kind.read(part.strip());
                if (value == null || part.isBlank()) {
                    return null;
                }
                values.add(value);
            }
            return values;
        });
    }

    private static @Nullable Long digits(String text) {
        boolean plain = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.valueOf(text) : null;
    }

    private static @Nullable Long size(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        long unit = lower.endsWith("kib") ? KIBIBYTE : lower.endsWith("mib") ? KIBIBYTE * KIBIBYTE : 1;
        Long count =
                digits(unit == 1 ? text : text.substring(0, text.length() - 3).strip());
        return count == null || count > Long.MAX_VALUE / unit ? null : count * unit;
    }

    private static String size(int bytes) {
        if (bytes % (KIBIBYTE * KIBIBYTE) == 0 && bytes > 0) {
            return bytes / (KIBIBYTE * KIBIBYTE) + " MiB";
        }
        return bytes % KIBIBYTE == 0 && bytes > 0 ? bytes / KIBIBYTE + " KiB" : Integer.toString(bytes);
    }

    private static @Nullable Duration time(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        Long count = digits(text.substring(0, end));
        if (count == null || count > Integer.MAX_VALUE) {
            return null;
        }
        return switch (text.substring(end).strip()) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> count == 0 && end == text.length() ? Duration.ZERO : null;
        };
    }

    private static String time(Duration time) {
        if (time.isZero()) {
            return "0";
        }
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + " ms";
        }
        long seconds = time.toSeconds();
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
