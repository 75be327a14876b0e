package io.nextline.cdshooks.card;

import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.StatementOutcome;
import java.util.List;

/**
 * A CDS Hooks card. It holds the rules of the specification: a summary below 140 characters, an indicator, a source.
 *
 * @param uuid the id that feedback names it by; the same for the same call and statements
 * @param summary one sentence of plain text, 1 to 139 characters
 * @param detail GitHub Flavored Markdown without HTML, at most {@link #MAX_DETAIL} bytes
 * @param indicator info or warning
 * @param source who answers for it, and the topic
 * @param suggestions at most one
 * @param overrideReasons why a clinician may set it aside
 * @param links to publications
 * @param statements the statements that it shows, the leading one first
 * @param version the evidence it rests on
 */
public record Card(
        String uuid,
        String summary,
        String detail,
        Indicator indicator,
        Source source,
        List<Suggestion> suggestions,
        List<Coding> overrideReasons,
        List<Link> links,
        List<StatementOutcome> statements,
        EvidenceVersion version) {

    /** The most characters that a summary may have: CDS Hooks asks for fewer than 140. */
    public static final int MAX_SUMMARY = 139;

    /** The most bytes that a detail may have. */
    public static final int MAX_DETAIL = 6 * 1024;

    /** Copies the lists and checks the lengths. */
    public Card {
        suggestions = List.copyOf(suggestions);
        overrideReasons = List.copyOf(overrideReasons);
        links = List.copyOf(links);
        statements = List.copyOf(statements);
        if (summary.isBlank() || summary.length() > MAX_SUMMARY) {
            throw new IllegalArgumentException("a card's summary needs 1 to " + MAX_SUMMARY + " characters");
        }
    }
}
