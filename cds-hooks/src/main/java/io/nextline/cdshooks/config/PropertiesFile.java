package io.nextline.cdshooks.config;

import io.nextline.cdshooks.security.InvalidSettingsException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A properties file in UTF-8, with the number of the line of each key. What Java's own reader makes of a file, escapes and
 * continued lines included, is what counts.
 *
 * @param path where it is
 * @param entries the values by key
 * @param problems what is wrong with the file as such
 */
record PropertiesFile(Path path, Map<String, Entry> entries, List<String> problems) {

    private static final long LARGEST = 1024 * 1024;

    /** A value and its line, counted from 1. */
    record Entry(String value, int line) {}

    /**
     * Reads a file.
     *
     * @throws InvalidSettingsException if it cannot be read at all
     */
    static PropertiesFile read(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new InvalidSettingsException(
                        List.of(path + ": it is larger than a configuration can be (1 MiB)"));
            }
            return of(path, Files.readString(path));
        } catch (CharacterCodingException broken) {
            throw new InvalidSettingsException(List.of(path + ": it is not UTF-8; save it as UTF-8"));
        } catch (IOException unreadable) {
            throw new InvalidSettingsException(
                    List.of(path + ": it cannot be read; check that it is there and may be read"));
        }
    }

    /** Reads a text. */
    static PropertiesFile of(Path path, String text) {
        Map<String, Entry> entries = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        StringBuilder logical = new StringBuilder();
        int first = 1;
        for (String line : text.split("\r\n|[\r\n]", -1)) {
            number++;
            first = logical.length() == 0 ? number : first;
            logical.append(line).append('\n');
            boolean comment = logical.toString().stripLeading().startsWith("#")
                    || logical.toString().stripLeading().startsWith("!");
            if (comment || !isContinued(line)) {
                add(path, logical.toString(), first, entries, problems);
                logical.setLength(0);
            }
        }
        return new PropertiesFile(path, entries, problems);
    }

    private static boolean isContinued(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static void add(Path path, String logical, int line, Map<String, Entry> entries, List<String> problems) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IllegalArgumentException escape) {
            problems.add(path + ":" + line + ": a \\u is not followed by four hexadecimal digits");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory does not fail", impossible);
        }
        for (String key : one.stringPropertyNames()) {
            Entry before =
                    entries.putIfAbsent(key, new Entry(one.getProperty(key).strip(), line));
            if (before != null) {
                problems.add(
                        path + ":" + line + ": " + key + " stands in line " + before.line() + " already; keep one");
            }
        }
    }
}
