package io.nextline.cdshooks.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackReaderTest {

    private static final String HEAD = "'card':'9368D37B-283f-44a0-93ea-547cebab93ed',";
    private static final String TIME = ",'outcomeTimestamp':'2026-11-21T12:00:00Z'";
    private static final String OVERRIDDEN = HEAD + "'outcome':'overridden'" + TIME;

    private final FeedbackReader reader = new FeedbackReader();

    private List<Feedback> read(String json) throws IOException {
        return reader.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private Feedback entry(String fields) throws IOException {
        return read("{'feedback':[{" + fields + "}]}").get(0);
    }

    private List<String> problems(String fields) {
        InvalidFeedbackException thrown =
                catchThrowableOfType(InvalidFeedbackException.class, () -> read("{'feedback':[{" + fields + "}]}"));
        assertThat(thrown).isNotNull();
        return thrown.problems();
    }

    @Test
    void acceptedSuggestionIsRead() throws IOException {
        Feedback feedback = entry(HEAD + "'outcome':'accepted','acceptedSuggestions':"
                + "[{'id':'e56e1945-20b3-4393-8503-a1a20fd73152','more':[1]},{'id':'E56E1945-20B3-4393-8503-A1A20FD73152'}]"
                + TIME + ",'extension':{'a':{}}");

        assertThat(feedback)
                .isEqualTo(new Feedback(
                        "9368d37b-283f-44a0-93ea-547cebab93ed",
                        Outcome.ACCEPTED,
                        List.of("e56e1945-20b3-4393-8503-a1a20fd73152"),
                        null,
                        null,
                        Instant.parse("2026-11-21T12:00:00Z")));
    }

    @Test
    void overrideWithReasonAndCommentIsReadAndNeedsNoDisplay() throws IOException {
        Feedback feedback = entry(
                OVERRIDDEN
                        + ",'overrideReason':{'reason':{'code':'d7','system':'https://example.com/s'},'userComment':'seen before'}");

        assertThat(feedback.reason()).isEqualTo(new Reason("d7", "https://example.com/s", null));
        assertThat(feedback.userComment()).isEqualTo("seen before");
    }

    @Test
    void overrideNeedsNoReason() throws IOException {
        assertThat(entry(OVERRIDDEN).reason()).isNull();
        assertThat(entry(OVERRIDDEN + ",'overrideReason':null,'acceptedSuggestions':[]")
                        .userComment())
                .isNull();
        assertThat(entry(OVERRIDDEN + ",'overrideReason':{'reason':null,'userComment':'x'}")
                        .userComment())
                .isEqualTo("x");
    }

    @Test
    void severalEntriesAreReadAndNoneIsAllowed() throws IOException {
        assertThat(read("{'x':{'feedback':1},'feedback':[{" + OVERRIDDEN + "},{" + OVERRIDDEN + "}],'extension':{}}"))
                .hasSize(2);
        assertThat(read("{'feedback':[]}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z,2026-11-21T12:00:00Z",
        "2026-11-21t12:00:00z,2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00.5+00:00,2026-11-21T12:00:00.500Z",
        "2026-11-21T12:00:00.1234567891234-00:00,2026-11-21T12:00:00.123456789Z",
        "2016-12-31T23:59:60Z,2016-12-31T23:59:59Z"
    })
    void timestampIsUtcByRfc3339(String sent, Instant read) throws IOException {
        assertThat(entry(HEAD + "'outcome':'overridden','outcomeTimestamp':'" + sent + "'")
                        .outcomeTimestamp())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21",
                "2026-11-21T12:00Z",
                "2026-11-21T12:00:00",
                "2026-11-21 12:00:00Z",
                "2026-11-21T12:00:00+01:00",
                "2026-02-30T12:00:00Z",
                "2026-11-21T24:00:01Z",
                "+12026-11-21T12:00:00Z",
                "1.7E9"
            })
    void otherTimestampsAreRefused(String sent) {
        assertThat(problems(HEAD + "'outcome':'overridden','outcomeTimestamp':'" + sent + "'"))
                .singleElement()
                .asString()
                .isEqualTo("feedback[0].outcomeTimestamp is no time in UTC as RFC 3339 writes it,"
                        + " such as 2026-11-21T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'outcome':'overridden'" + TIME + "|card is missing",
                "'card':'','outcome':'overridden'" + TIME + "|card is missing",
                "'card':7,'outcome':'overridden'" + TIME + "|card needs to be a JSON string",
                "'card':'card-1','outcome':'overridden'" + TIME + "|card is no UUID",
                HEAD + "'x':1" + TIME + "|outcome is missing",
                HEAD + "'outcome':'ignored'" + TIME + "|outcome is neither accepted nor overridden",
                HEAD + "'outcome':'Accepted'" + TIME + "|outcome is neither accepted nor overridden",
                HEAD + "'outcome':true" + TIME + "|outcome needs to be a JSON string",
                HEAD + "'outcome':'overridden'|outcomeTimestamp is missing",
                HEAD + "'outcome':'overridden','outcomeTimestamp':1|outcomeTimestamp needs to be a JSON string",
                HEAD + "'outcome':'accepted'" + TIME + "|acceptedSuggestions is missing",
                HEAD + "'outcome':'accepted','acceptedSuggestions':[]" + TIME + "|acceptedSuggestions is missing",
                HEAD + "'outcome':'accepted','acceptedSuggestions':{}" + TIME
                        + "|acceptedSuggestions needs to be an array",
                HEAD + "'outcome':'accepted','acceptedSuggestions':['a']" + TIME
                        + "|acceptedSuggestions[0] needs to be a JSON object",
                OVERRIDDEN + ",'overrideReason':{}|overrideReason needs a reason",
                OVERRIDDEN + ",'overrideReason':{'x':1}|overrideReason needs a reason",
                OVERRIDDEN + ",'overrideReason':[]|overrideReason needs to be an object",
                OVERRIDDEN + ",'overrideReason':{'reason':'r'}|overrideReason.reason needs to be a Coding",
                OVERRIDDEN + ",'overrideReason':{'reason':{'code':'c'}}|overrideReason.reason.system is missing",
                OVERRIDDEN + ",'overrideReason':{'reason':{'system':'s'}}|overrideReason.reason.code is missing",
                OVERRIDDEN + ",'overrideReason':{'userComment':5}|overrideReason.userComment needs to be a JSON string"
            })
    void brokenRuleIsToldWithItsElement(String fields, String problem) {
        assertThat(problems(fields)).anySatisfy(told -> assertThat(told).startsWith("feedback[0]." + problem));
    }

    @Test
    void allBrokenRulesAreToldAtOnceEachElementOnce() {
        InvalidFeedbackException thrown = catchThrowableOfType(
                InvalidFeedbackException.class,
                () -> read("{'feedback':[{" + OVERRIDDEN + "},7,{'card':'x','outcome':'accepted','acceptedSuggestions':"
                        + "[{'id':'y'}]}]}"));

        assertThat(thrown.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "feedback[1]",
                        "feedback[2].card",
                        "feedback[2].acceptedSuggestions",
                        "feedback[2].acceptedSuggestions[0].id",
                        "feedback[2].outcomeTimestamp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "'feedback'", "7", "{}", "{'feedback':null}", "{'feedback':{}}", "{'feedback':[]} {}"})
    void bodyThatIsNoFeedbackIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "{'feedback':[", "{'feedback':[}", "\u00fffeedback"})
    void bodyThatIsNoJsonIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void fieldThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("{'feedback':[],'feedback':[]}")).isInstanceOf(MalformedRequestException.class);
        assertThatThrownBy(() -> entry(OVERRIDDEN + ",'outcome':'accepted'"))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("feedback[0]");
    }

    @Test
    void sizesAreBounded() throws IOException {
        String most = ("{" + OVERRIDDEN + "},").repeat(499) + "{" + OVERRIDDEN + "}";
        assertThat(read("{'feedback':[" + most + "]}")).hasSize(500);
        assertThatThrownBy(() -> read("{'feedback':[" + most + ",{" + OVERRIDDEN + "}]}"))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("500 entries");
        assertThatThrownBy(() -> read("{'x':'" + "y".repeat(256 * 1024) + "','feedback':[]}"))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UnreadableRecordException.Reason.TOO_LARGE));
        assertThatThrownBy(() -> read("{'x':" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isInstanceOf(UnreadableRecordException.class);
        String comment = "c".repeat(4_000);
        assertThat(entry(OVERRIDDEN + ",'overrideReason':{'userComment':'" + comment + "'}")
                        .userComment())
                .isEqualTo(comment);
        assertThat(problems(OVERRIDDEN + ",'overrideReason':{'userComment':'" + comment + "c'}"))
                .containsExactly("feedback[0].overrideReason.userComment is longer than 4000 characters");
        assertThat(problems(
                        OVERRIDDEN + ",'overrideReason':{'reason':{'system':'s','code':'" + "c".repeat(129) + "'}}"))
                .first()
                .asString()
                .startsWith("feedback[0].overrideReason.reason.code is longer than 128");
    }

    @Test
    void controlCharactersAndTurnedWritingLeaveTheComment() throws IOException {
        String sent = "a\\u0000b\\u001b[31mc\\r\\nd\\te\\u202Ef\\u2066g\\ud800h\\u0085 \\u00fc\\ud83d\\ude00 ";

        assertThat(entry(OVERRIDDEN + ",'overrideReason':{'userComment':'" + sent + "'}")
                        .userComment())
                .isEqualTo("ab[31mc  d efgh \u00fc\uD83D\uDE00");
    }

    @Test
    void numberThatWouldTakeForeverCostsNothing() throws IOException {
        assertThat(entry(OVERRIDDEN + ",'x':1e1000000000").outcome()).isEqualTo(Outcome.OVERRIDDEN);
    }
}
