package io.nextline.cdshooks.config;

import io.nextline.cdshooks.security.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of a file, read by key. What is wrong with any of them is kept until all have been read. Not thread-safe. */
final class Values {

    private static final String MASK = "***";
    private static final int LARGEST_SECRET = 64 * 1024;

    private final PropertiesFile file;
    private final List<String> problems;
    private final Map<String, String> effective = new LinkedHashMap<>();

    Values(PropertiesFile file) {
        this.file = file;
        this.problems = new ArrayList<>(file.problems());
    }

    /** Returns the value of a key that has a usual one. */
    <T> T get(Key<T> key) {
        String usual = key.usual();
        if (usual == null) {
            throw new IllegalArgumentException(key.name() + " has no usual value");
        }
        T value = find(key);
        if (value != null) {
            return value;
        }
        effective.putIfAbsent(key.name(), usual);
        T otherwise = key.kind().read(usual);
        if (otherwise == null) {
            throw new IllegalStateException("the usual value of " + key.name() + " is not of its kind");
        }
        return otherwise;
    }

    /** Returns the value of a key, or null if the file gives none. */
    <T> @Nullable T find(Key<T> key) {
        PropertiesFile.Entry entry = file.entries().get(key.name());
        if (key.kind().isSecret() && file.entries().containsKey(key.name() + Key.FROM_FILE)) {
            return fromFile(key, entry);
        }
        if (entry == null) {
            return null;
        }
        T value = key.kind().read(entry.value());
        if (value == null) {
            // The value itself is not repeated: it may be a secret in the wrong place.
            problem(key, "the value is not " + key.kind().form());
            return null;
        }
        effective.put(key.name(), key.kind().isSecret() ? MASK : entry.value());
        return value;
    }

    private <T> @Nullable T fromFile(Key<T> key, PropertiesFile.@Nullable Entry both) {
        PropertiesFile.Entry entry = file.entries().get(key.name() + Key.FROM_FILE);
        if (entry == null) {
            return null;
        }
        if (both != null) {
            problem(key, "given twice: keep it here or in a file, not both");
        }
        effective.put(key.name() + Key.FROM_FILE, entry.value());
        try {
            Path path = resolve(Path.of(entry.value()));
            if (Files.size(path) > LARGEST_SECRET) {
                problems.add(at(entry) + key.name() + Key.FROM_FILE + ": the file is too large for a secret");
                return null;
            }
            return key.kind().read(Files.readString(path).strip());
        } catch (IOException | InvalidPathException unreadable) {
            problems.add(at(entry) + key.name() + Key.FROM_FILE
                    + ": the file cannot be read; check that it is there and may be read");
            return null;
        }
    }

    /** Returns a path as seen from the configuration file's folder. */
    Path resolve(Path path) {
        Path folder = file.path().toAbsolutePath().getParent();
        return folder == null ? path : folder.resolve(path).normalize();
    }

    /** Returns the names that a key's star stands for in this file, sorted. */
    List<String> chosen(List<Key<?>> keys) {
        TreeSet<String> names = new TreeSet<>();
        for (String name : file.entries().keySet()) {
            for (Key<?> key : keys) {
                String chosen = key.chosenIn(name);
                if (chosen != null) {
                    names.add(chosen);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Returns whether the file has the key. */
    boolean has(Key<?> key) {
        return file.entries().containsKey(key.name());
    }

    /** Notes what is wrong with a key's value. */
    void problem(Key<?> key, String what) {
        PropertiesFile.Entry entry = file.entries().get(key.name());
        problems.add((entry == null ? file.path() + ": " : at(entry)) + key.name() + ": " + what);
    }

    private String at(PropertiesFile.Entry entry) {
        return file.path() + ":" + entry.line() + ": ";
    }

    /** Notes keys that are none. */
    void rejectUnknown(List<Key<?>> known) {
        file.entries().forEach((name, entry) -> {
            if (known.stream().noneMatch(key -> key.matches(name))) {
                problems.add(at(entry) + "there is no key " + Nearest.plain(name) + "; the nearest is "
                        + Nearest.of(name, known));
            }
        });
    }

    /** Returns what is wrong. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns the values in force, by key; secrets are masked. */
    Map<String, String> effective() {
        return effective;
    }

    /** Returns the secret, or one that opens nothing, for the time until the problem is told. */
    Secret secret(Key<Secret> key) {
        Secret secret = find(key);
        if (secret == null && !has(key)) {
            problem(
                    key,
                    "is missing; give it, or " + key.name() + Key.FROM_FILE + " with the path of a file that holds it");
        }
        return secret == null ? Secret.of("") : secret;
    }
}
