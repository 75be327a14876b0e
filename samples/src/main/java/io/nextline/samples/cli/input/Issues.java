package io.nextline.samples.cli.input;

import io.nextline.core.fhir.ReadIssue;
import java.util.List;
import java.util.function.Consumer;

/** Puts what could not be read of a record into words, for standard error. */
final class Issues {

    private static final int SHOWN = 10;

    private Issues() {}

    /** Warns of each entry that was set aside, the first ones by name. */
    static void warn(Consumer<String> warnings, InputFile file, List<ReadIssue> issues) {
        for (ReadIssue issue : issues.subList(0, Math.min(SHOWN, issues.size()))) {
            warnings.accept(file.name() + ": " + words(issue));
        }
        if (issues.size() > SHOWN) {
            warnings.accept(file.name() + ": " + (issues.size() - SHOWN) + " more entries like these");
        }
    }

    /** Returns which entry, which element, and what is wrong with it. */
    static String words(ReadIssue issue) {
        String type = issue.resourceType();
        String id = issue.id();
        String entry = (type == null ? "an entry" : type) + (id == null ? "" : "/" + printable(id));
        return entry + ", " + issue.element() + ": " + wrong(issue.kind());
    }

    private static String wrong(ReadIssue.Kind kind) {
        return switch (kind) {
            case WRONG_SHAPE -> "not the JSON type that FHIR asks for; the entry was set aside";
            case BAD_DATE -> "no date, or a placeholder for one; it was left out";
            case BAD_NUMBER -> "too long or too large to be a measurement; the entry was set aside";
            case DUPLICATE_FIELD -> "the same field twice; the entry was set aside";
            case MODIFIER_EXTENSION -> "an unknown modifier extension; the entry was set aside";
            case NO_RESOURCE_TYPE -> "no resourceType; the entry was set aside";
            case OPERATION_OUTCOME -> "an error in place of data";
            case FURTHER_PAGES -> "further pages were not read; give the whole record";
        };
    }

    private static String printable(String id) {
        return id.matches("[A-Za-z0-9\\-.]{1,64}") ? id : "(unusual id)";
    }
}
