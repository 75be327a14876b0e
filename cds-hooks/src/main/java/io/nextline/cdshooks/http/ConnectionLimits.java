package io.nextline.cdshooks.http;

import java.time.Duration;

/**
 * How many connections there may be and how they have to behave.
 *
 * @param total connections at a time; further ones wait to be accepted. 0 for any number
 * @param perAddress connections of one address at a time; further ones are closed. 0 for any number
 * @param acceptsPerSecond new connections in a second; further ones wait. 0 for any number
 * @param idle after this time without a byte a connection is closed
 * @param headerBytes the most bytes of a request's head; a larger one gets 431
 * @param leastBytesPerSecond how fast a body has to arrive, measured after two seconds; a slower one gets 408. 0 for any rate
 */
public record ConnectionLimits(
        int total, int perAddress, int acceptsPerSecond, Duration idle, int headerBytes, int leastBytesPerSecond) {

    private static final int KIBIBYTE = 1024;

    /** Checks that nothing is negative and that a head is possible. */
    public ConnectionLimits {
        if (Math.min(Math.min(total, perAddress), Math.min(acceptsPerSecond, leastBytesPerSecond)) < 0) {
            throw new IllegalArgumentException("a limit of connections is 0 for none, or above 0");
        }
        if (headerBytes < KIBIBYTE || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("connections need at least 1024 bytes for a head, and some time");
        }
    }

    /** Returns the usual limits: 512 connections, 64 of an address, 200 new ones a second, 15 seconds, 16 KiB, 1 KiB a second. */
    public static ConnectionLimits usual() {
        return new ConnectionLimits(512, 64, 200, Duration.ofSeconds(15), 16 * KIBIBYTE, KIBIBYTE);
    }

    /** Returns limits for development: connections are not counted. */
    static ConnectionLimits development() {
        return new ConnectionLimits(0, 0, 0, Duration.ofSeconds(15), 16 * KIBIBYTE, KIBIBYTE);
    }
}
