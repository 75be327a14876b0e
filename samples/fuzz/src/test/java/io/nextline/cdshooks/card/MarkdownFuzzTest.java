package io.nextline.cdshooks.card;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Escaped text stays text in GitHub's Markdown, whatever it is. */
class MarkdownFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void escapedTextStaysText(byte[] bytes) {
        InertTextTest.staysText(new String(bytes, StandardCharsets.UTF_8));
    }
}
