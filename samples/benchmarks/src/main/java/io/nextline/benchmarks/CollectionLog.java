package io.nextline.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what garbage collectors tell of the heap: {@code -Xlog:gc}, in which each pause has the heap in use before and after it. */
final class CollectionLog {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    // One line for the whole heap, or one for each generation; other lines have no total.
    private static final Pattern IN_USE = Pattern.compile("total \\d+K, used (\\d+)K");

    private CollectionLog() {}

    /** Returns the heap in use by the words of {@code jcmd GC.heap_info}, in KiB. */
    static long kibibytesInUse(String heapInfo) {
        return IN_USE.matcher(heapInfo)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
    }

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
