package io.nextline.samples.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the hazard tags in test sources: the tag of a method stands for that method, the tag of a class for all of its tests. Reads the
 * text, so that every module is seen without being on the class path; the format check keeps the text in one shape.
 */
final class TaggedTests {

    private static final Pattern TAG = Pattern.compile("^ *@Tag\\(\"(HZ-\\d+)\"\\)$");
    private static final Pattern TYPE = Pattern.compile(
            "^( *)(?:(?:public|private|protected|static|final|abstract|sealed) )*(?:class|record|interface|enum) (\\w+).*");
    private static final Pattern METHOD =
            Pattern.compile("^ *(?:(?:public|private|protected|static|final) )*[\\w<>?, .\\[\\]]+ (\\w+)\\(.*");
    private static final int INDENT = 4;

    private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();

    /** Returns the tests of each hazard, as {@code module: Class.method}, over all modules below a directory. */
    static SortedMap<String, SortedSet<String>> below(Path root, List<String> modules) {
        TaggedTests found = new TaggedTests();
        for (String module : modules) {
            found.scan(module, root.resolve(module).resolve("src/test/java"));
        }
        return found.tests;
    }

    private void scan(String module, Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                read(module, Files.readAllLines(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads the lines of one source file. */
    private void read(String module, List<String> lines) {
        Deque<String> types = new ArrayDeque<>();
        List<String> tags = new ArrayList<>();
        for (String line : lines) {
            Matcher tag = TAG.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (tag.matches()) {
                tags.add(tag.group(1));
            } else if (type.matches()) {
                while (types.size() > type.group(1).length() / INDENT) {
                    types.removeLast();
                }
                types.addLast(type.group(2));
                note(tags, module + ": " + String.join(".", types));
            } else if (!tags.isEmpty() && !line.stripLeading().startsWith("@") && method.matches()) {
                note(tags, module + ": " + String.join(".", types) + "." + method.group(1));
            }
        }
    }

    private void note(List<String> tags, String test) {
        tags.forEach(tag -> tests.computeIfAbsent(tag, key -> new TreeSet<>()).add(test));
        tags.clear();
    }
}
