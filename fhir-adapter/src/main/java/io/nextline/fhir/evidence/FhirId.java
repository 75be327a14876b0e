package io.nextline.fhir.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Makes resource ids, {@code [A-Za-z0-9.-]{1,64}}, from names. Same names, same id. */
final class FhirId {
    private static final int LONGEST = 64;
    private static final int HASH = 9;

    private FhirId() {}

    /** Returns the names in lower case, joined by hyphens; where that is too long, its beginning and a checksum of the whole. */
    static String of(String... names) {
        String id = Arrays.stream(names).map(FhirId::plain).collect(Collectors.joining("-"));
        if (id.length() <= LONGEST) {
            return id;
        }
        CRC32 checksum = new CRC32();
        checksum.update(id.getBytes(StandardCharsets.UTF_8));
        String start = id.substring(0, LONGEST - HASH).replaceAll("-+$", "");
        return start + "-" + String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
