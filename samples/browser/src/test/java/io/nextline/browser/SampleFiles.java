package io.nextline.browser;

import io.nextline.samples.cli.input.SampleCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the sample patients. */
final class SampleFiles {

    private SampleFiles() {}

    static String text(String path) {
        try (InputStream in = SampleCases.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
