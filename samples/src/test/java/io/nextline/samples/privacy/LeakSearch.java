package io.nextline.samples.privacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds canaries in bytes of any kind: as they are, in other case, with JSON's escapes, URL-encoded, in hexadecimal, and in Base64
 * wherever in the encoded text they begin.
 */
public final class LeakSearch {

    private static final Base64.Encoder PLAIN = Base64.getEncoder().withoutPadding();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, String> inAnyCase = new LinkedHashMap<>();
    private final Map<String, String> exactly = new LinkedHashMap<>();

    /** Makes a search for these. */
    public LeakSearch(List<Canary> canaries) {
        canaries.forEach(this::add);
    }

    private void add(Canary canary) {
        String value = canary.value();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        inAnyCase.put(canary + " as it is", lower(bytes));
        inAnyCase.put(canary + " with JSON's escapes", escaped(value, false));
        inAnyCase.put(canary + " with JSON's escapes throughout", escaped(value, true));
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        inAnyCase.put(canary + " in a URL", encoded);
        inAnyCase.put(canary + " in a path", encoded.replace("+", "%20"));
        inAnyCase.put(canary + " in hexadecimal", HexFormat.of().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            exactly.put(canary + " in Base64 from " + before, inBase64(PLAIN, bytes, before));
            exactly.put(canary + " in URL-safe Base64 from " + before, inBase64(URL, bytes, before));
        }
    }

    /** Returns where canaries are, and how they are written; empty if there are none. */
    public List<String> find(byte[] data) {
        String exact = new String(data, StandardCharsets.ISO_8859_1);
        String lower = lower(data);
        List<String> found = new ArrayList<>();
        inAnyCase.forEach((what, text) -> note(found, lower.indexOf(text), what, lower));
        exactly.forEach((what, text) -> note(found, exact.indexOf(text), what, exact));
        return found;
    }

    /** Finds canaries in a text. */
    public List<String> find(String text) {
        return find(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void note(List<String> found, int at, String what, String data) {
        if (at >= 0) {
            String around = data.substring(Math.max(0, at - 120), Math.min(data.length(), at + 120));
            found.add(what + ": …" + around.replaceAll("\\s+", " ") + "…");
        }
    }

    private static String lower(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String value, boolean all) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            out.append(all || c > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    // The characters at both ends depend on the neighbours; what is left is the same in any surroundings.
    private static String inBase64(Base64.Encoder encoder, byte[] value, int before) {
        byte[] shifted = new byte[before + value.length];
        System.arraycopy(value, 0, shifted, before, value.length);
        String text = encoder.encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return text.substring(from, to);
    }
}
