package io.nextline.cdshooks.page.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one patient. Texts may hold anything: they are escaped where they are put into the page.
 *
 * @param headline the conclusion in a sentence
 * @param asOf the day of evaluation
 * @param version the evidence base's version
 * @param layer which publications were asked
 * @param cards the heads of the cards
 * @param answer how many cards there are, or why there is none
 * @param course the course of the disease
 * @param lines the lines of therapy
 * @param facts what was concluded
 * @param statements every statement
 * @param gaps what is missing, the most decisive first
 * @param warnings what is odd about the record
 * @param entries the entries that something rests on
 */
public record Story(
        String headline,
        LocalDate asOf,
        String version,
        String layer,
        List<String> cards,
        String answer,
        Course course,
        List<Line> lines,
        List<Fact> facts,
        List<Told> statements,
        List<Missing> gaps,
        List<String> warnings,
        List<Entry> entries) {
    /** Copies the lists. */
    public Story {
        cards = List.copyOf(cards);
        lines = List.copyOf(lines);
        facts = List.copyOf(facts);
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
        warnings = List.copyOf(warnings);
        entries = List.copyOf(entries);
    }

    /** Returns the course with every place worked out. */
    public Timeline timeline() {
        return Timeline.of(course, asOf);
    }

    /** Returns the statements with one answer. */
    public List<Told> statements(Verdict applies) {
        return statements.stream().filter(told -> told.applies() == applies).toList();
    }

    /**
     * A line of therapy.
     *
     * @param label its number
     * @param setting its setting
     * @param drugs its drugs
     * @param start its first day
     * @param end its last day
     * @param endReason why it ended
     * @param progression whether the cancer progressed on or after it, and how that is known
     * @param rule why it counts as a line
     * @param from the entries it rests on
     */
    public record Line(
            String label,
            String setting,
            String drugs,
            String start,
            String end,
            String endReason,
            String progression,
            String rule,
            List<Source> from) {
        /** Copies the list. */
        public Line {
            from = List.copyOf(from);
        }
    }

    /**
     * A conclusion.
     *
     * @param name what it is about
     * @param value what was concluded, or null while it is open
     * @param gap what would close it, or null
     * @param from the entries it rests on
     */
    public record Fact(
            String name, @Nullable String value, @Nullable String gap, List<Source> from) {
        /** Copies the list. */
        public Fact {
            from = List.copyOf(from);
        }
    }

    /**
     * A statement put to the patient.
     *
     * @param id its id
     * @param head what it does and how strong it is
     * @param summary what it says
     * @param applies whether it holds
     * @param note why it is on no card, or what turned it; null where there is nothing to say
     * @param tree the criteria behind it
     */
    public record Told(
            String id,
            String head,
            String summary,
            Verdict applies,
            @Nullable String note,
            Question tree) {
        /** Returns in words whether it holds. */
        public String words() {
            return switch (applies) {
                case MET -> "applies";
                case NOT_MET -> "does not apply";
                case UNKNOWN -> "open";
            };
        }
    }

    /**
     * A criterion and its answer.
     *
     * @param verdict the answer
     * @param reason why
     * @param missing what is missing
     * @param from the entries it rests on
     * @param parts the answers of its parts
     */
    public record Question(
            Verdict verdict, String reason, List<String> missing, List<Source> from, List<Question> parts) {
        /** Copies the lists. */
        public Question {
            missing = List.copyOf(missing);
            from = List.copyOf(from);
            parts = List.copyOf(parts);
        }
    }

    /**
     * Something that is missing.
     *
     * @param fact what
     * @param details what exactly would close the gap
     * @param decides the statements that wait for it
     */
    public record Missing(String fact, List<String> details, List<String> decides) {
        /** Copies the lists. */
        public Missing {
            details = List.copyOf(details);
            decides = List.copyOf(decides);
        }
    }

    /**
     * A link to an entry.
     *
     * @param anchor its place on the page
     * @param text what was read of it, and its date
     */
    public record Source(String anchor, String text) {}

    /**
     * An entry of the record that something rests on.
     *
     * @param anchor its place on the page
     * @param type its resource type
     * @param id its id
     * @param read what was read of it, each with its date
     */
    public record Entry(String anchor, String type, String id, List<String> read) {
        /** Copies the list. */
        public Entry {
            read = List.copyOf(read);
        }
    }
}
