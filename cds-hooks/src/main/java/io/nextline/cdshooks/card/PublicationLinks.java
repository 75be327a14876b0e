package io.nextline.cdshooks.card;

import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links to the publications behind a card, only where the evidence base has an identifier for them. */
public final class PublicationLinks {

    private static final int MOST = 6;
    private static final String PLAIN = "-._~()/:;";

    private PublicationLinks() {}

    static List<Link> of(List<Statement> statements, TrialTexts trials) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Statement statement : statements) {
            for (String id : statement.trials()) {
                Trial trial = trials.trial(id);
                if (trial != null) {
                    of(trial).forEach(link -> links.putIfAbsent(link.url(), link));
                }
            }
        }
        return links.values().stream().limit(MOST).toList();
    }

    /** Returns the links of one trial: DOI before PubMed; none where its citation has neither. */
    public static List<Link> of(Trial trial) {
        Citation citation = trial.citation();
        String name = Markdown.line(trial.shortName());
        List<Link> links = new ArrayList<>(2);
        if (citation.doi() != null) {
            links.add(new Link(name + ": publication", "https://doi.org/" + encode(citation.doi())));
        }
        if (citation.pmid() != null) {
            links.add(new Link(name + ": PubMed", "https://pubmed.ncbi.nlm.nih.gov/" + encode(citation.pmid()) + "/"));
        }
        return links;
    }

    private static String encode(String identifier) {
        StringBuilder out = new StringBuilder(identifier.length());
        for (byte b : identifier.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letterOrDigit || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16)));
                out.append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return out.toString();
    }
}
