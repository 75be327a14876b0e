package io.nextline.cdshooks.operation;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids by which a call is found in the log. They name a call and protect nothing, so they need not be hard to guess. */
public final class RequestId {

    private RequestId() {}

    /** Returns an id, 16 lower-case hexadecimal digits. */
    public static String next() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
