package io.nextline.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the log of a garbage collector, {@code -Xlog:gc}: each pause tells the heap in use before and after it. */
final class CollectionLog {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    private CollectionLog() {}

    /** Returns what was allocated up to the last pause: what came between the end of each pause and the start of the next. */
    static long allocatedMegabytes(List<String> lines) {
        long allocated = 0;
        long left = 0;
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                allocated += Math.max(0, Long.parseLong(pause.group(1)) - left);
                left = Long.parseLong(pause.group(2));
            }
        }
        return allocated;
    }
}
