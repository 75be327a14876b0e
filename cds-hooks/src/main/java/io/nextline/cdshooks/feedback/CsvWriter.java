package io.nextline.cdshooks.feedback;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes feedback as comma-separated values. */
final class CsvWriter implements FeedbackWriter {

    static final List<String> COLUMNS = List.of(
            "receivedAt",
            "outcomeTimestamp",
            "service",
            "issuer",
            "tenant",
            "card",
            "statements",
            "cardEvidence",
            "serviceEvidence",
            "outcome",
            "acceptedSuggestions",
            "reasonCode",
            "reasonSystem",
            "reasonDisplay",
            "userComment");

    private final Appendable to;

    CsvWriter(Appendable to) {
        this.to = to;
    }

    @Override
    public void begin() {
        FeedbackWriter.append(to, String.join(",", COLUMNS) + "\r\n");
    }

    @Override
    public void accept(KeptFeedback kept) {
        String row =
                ExportFields.of(kept).values().stream().map(CsvWriter::cell).collect(Collectors.joining(","));
        FeedbackWriter.append(to, row + "\r\n");
    }

    /** Returns a cell: an apostrophe before what a spreadsheet would compute, quotes around what would break the row. */
    static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
