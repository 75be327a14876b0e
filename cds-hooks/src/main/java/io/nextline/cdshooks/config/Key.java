package io.nextline.cdshooks.config;

import org.jspecify.annotations.Nullable;

/**
 * A key that a configuration may have.
 *
 * @param name its name; a {@code *} stands for a name of the operator's choice
 * @param kind what its value is
 * @param usual the value where the file gives none, as it would be written; null if there is none
 * @param meaning what it is for
 * @param <T> what the value is read to
 */
record Key<T>(String name, Kind<T> kind, @Nullable String usual, String meaning) {

    /** The ending of a key whose value is read from a file, for a secret. */
    static final String FROM_FILE = ".file";

    /** Returns this key for one name in place of its star. */
    Key<T> of(String chosen) {
        return new Key<>(name.replace("*", chosen), kind, usual, meaning);
    }

    /** Returns the name that the star of this key stands for in a key of a file, or null if that key is another one. */
    @Nullable String chosenIn(String key) {
        int star = name.indexOf('*');
        if (star < 0) {
            return null;
        }
        String before = name.substring(0, star);
        String after = name.substring(star + 1);
        boolean fits = key.startsWith(before) && key.endsWith(after) && key.length() > before.length() + after.length();
        String chosen = fits ? key.substring(before.length(), key.length() - after.length()) : "";
        return chosen.isEmpty() || chosen.indexOf('.') >= 0 ? null : chosen;
    }

    /** Returns whether a key of a file is this one. */
    boolean matches(String key) {
        if (kind.isSecret()
                && key.endsWith(FROM_FILE)
                && matchesPlain(key.substring(0, key.length() - FROM_FILE.length()))) {
            return true;
        }
        return matchesPlain(key);
    }

    private boolean matchesPlain(String key) {
        return name.equals(key) || chosenIn(key) != null;
    }
}
