package io.nextline.core.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one instance for equal values that come again and again in a record: systems, codes, units, the subject. Tables of
 * fixed size in which a newcomer takes the place of what it collides with, so hostile input costs sharing and nothing else.
 * Not thread-safe; serves one call.
 */
final class SharedValues {

    private static final int TEXTS = 512;
    private static final int OTHERS = 256;
    private static final int LONGEST_SHARED = 128;

    private final byte[][] textBytes = new byte[TEXTS][];
    private final @Nullable String[] texts = new String[TEXTS];
    private final @Nullable String[] otherTexts = new String[OTHERS];
    private final @Nullable Coding[] codings = new Coding[OTHERS];
    private final @Nullable CodeableConcept[] concepts = new CodeableConcept[OTHERS];
    private final @Nullable Reference[] references = new Reference[OTHERS];

    /** Returns the text that these ASCII bytes spell. */
    String text(byte[] in, int at, int length) {
        if (length > LONGEST_SHARED) {
            return ascii(in, at, length);
        }
        long first = Utf8.word(in, at, length);
        long last = Utf8.lastWord(in, at, length);
        int slot = Utf8.hash(first, last, length) & (TEXTS - 1);
        String text = texts[slot];
        if (text != null && text.length() == length && Utf8.isSame(textBytes[slot], in, at, length, first)) {
            return text;
        }
        text = ascii(in, at, length);
        textBytes[slot] = Utf8.copy(in, at, length);
        texts[slot] = text;
        return text;
    }

    /** Returns a text equal to this one. */
    String text(String other) {
        int slot = slot(other.hashCode());
        String known = otherTexts[slot];
        if (other.equals(known)) {
            return known;
        }
        otherTexts[slot] = other;
        return other;
    }

    private static String ascii(byte[] in, int at, int length) {
        return new String(in, at, length, StandardCharsets.ISO_8859_1);
    }

    /** Returns the coding of these parts. */
    Coding coding(@Nullable String system, @Nullable String code, @Nullable String display) {
        int slot = slot(hash(code) * 31 + hash(display));
        Coding known = codings[slot];
        if (known != null
                && same(known.code(), code)
                && same(known.system(), system)
                && same(known.display(), display)) {
            return known;
        }
        Coding coding = new Coding(system, code, display);
        codings[slot] = coding;
        return coding;
    }

    /** Returns the concept of the first {@code count} codings and the text. */
    CodeableConcept concept(Coding[] coding, int count, @Nullable String text) {
        int slot = slot((count == 0 ? 0 : hash(coding[0].code()) * 31 + hash(coding[0].display())) + hash(text));
        CodeableConcept known = concepts[slot];
        if (known != null && same(known.text(), text) && holds(known.coding(), coding, count)) {
            return known;
        }
        CodeableConcept concept = new CodeableConcept(list(coding, count), text);
        concepts[slot] = concept;
        return concept;
    }

    private static List<Coding> list(Coding[] coding, int count) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(coding[0]);
            case 2 -> List.of(coding[0], coding[1]);
            default -> List.of(Arrays.copyOf(coding, count));
        };
    }

    // The codings come from coding(), as the parts of a coding come from text().
    @SuppressWarnings("ReferenceEquality")
    private static boolean holds(List<Coding> known, Coding[] coding, int count) {
        if (known.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (known.get(i) != coding[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the reference of these parts. */
    Reference reference(@Nullable String reference, @Nullable String type, @Nullable String display) {
        int slot = slot(hash(reference) * 31 + hash(display));
        Reference known = references[slot];
        if (known != null
                && same(known.reference(), reference)
                && same(known.type(), type)
                && same(known.display(), display)) {
            return known;
        }
        Reference made = new Reference(reference, type, display);
        references[slot] = made;
        return made;
    }

    private static int hash(@Nullable String text) {
        return text == null ? 0 : text.hashCode();
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (OTHERS - 1);
    }

    // The parts come from text(), so equal parts are nearly always the same instance; two instances only cost a new
    // value.
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == other;
    }
}
