package io.nextline.cdshooks.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** No request gets a failure, a stack trace or an illegal card. */
class ServiceFuzzTest {

    private static final int LARGEST = 256 * 1024;

    @FuzzTest(maxDuration = "1m")
    void callIsAnsweredOrRefused(byte[] body) {
        AnswerOracle.post("nextline-order-sign", body);
        AnswerOracle.post("nextline-patient-view", body);
    }

    @FuzzTest(maxDuration = "1m")
    void feedbackIsKeptOrRefused(byte[] body) {
        AnswerOracle.post("nextline-order-sign/feedback", body);
    }

    /** A prefetch key up to the first line end, and behind it its value, which may end the request early. */
    @FuzzTest(maxDuration = "1m")
    void prefetchIsReadOrRefused(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        String request =
                "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":{\"patientId\":\"p1\"},\"prefetch\":{"
                        + "\"patient\":{\"resourceType\":\"Patient\",\"id\":\"p1\"},\"conditions\":null,\"medications\":null,\""
                        + parts[0] + "\":" + (parts.length > 1 ? parts[1] : "null") + "}}";
        AnswerOracle.post("nextline-patient-view", request.getBytes(StandardCharsets.UTF_8));
    }

    /** Method and path on the first line, headers on those up to an empty one, and behind it the body. */
    @FuzzTest(maxDuration = "1m")
    void anyRequestIsAnswered(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
        byte[] body = end < 0 ? new byte[0] : Arrays.copyOfRange(bytes, end + 2, bytes.length);
        int blank = head[0].indexOf(' ');
        String method = blank < 0 ? head[0] : head[0].substring(0, blank);
        AnswerOracle.check(method.toUpperCase(Locale.ROOT), head[0].substring(blank + 1), headers(head), body);
    }

    private static Map<String, String> headers(String[] head) {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        head[i].substring(0, colon),
                        head[i].substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
