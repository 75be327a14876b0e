package io.nextline.cdshooks.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a host and refuses those that must not be called. All of them have to be acceptable: one good address
 * among bad ones would let whoever answers the name choose later. Immutable and thread-safe.
 */
final class AddressCheck {

    /** Finds addresses; the system's resolver, but in tests. */
    @FunctionalInterface
    interface Resolver {

        /** Returns every address of a host name or literal. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Who can be found at an address. */
    enum Reach {
        /** Anybody on the internet. */
        PUBLIC,
        /** This machine or this network. */
        PRIVATE,
        /** Nobody that a FHIR server could be. */
        NEVER
    }

    private final Resolver resolver;

    AddressCheck(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Returns an address of the host that may be called; null if it has none, or one that may not be called. */
    @Nullable InetAddress check(String host, boolean allowPrivate) {
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException unknown) {
            return null;
        }
        for (InetAddress address : addresses) {
            Reach reach = reach(address.getAddress());
            if (reach == Reach.NEVER || (reach == Reach.PRIVATE && !allowPrivate)) {
                return null;
            }
        }
        return addresses.length == 0 ? null : addresses[0];
    }

    /** Returns who can be found at an address of 4 or 16 bytes. */
    static Reach reach(byte[] address) {
        return address.length == 4 ? reach4(address, 0) : reach6(address);
    }

    // By the registries of special-purpose addresses at IANA.
    private static Reach reach4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        if (isPrivate4(a, b)) {
            return Reach.PRIVATE;
        }
        boolean documentation = (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        boolean linkLocal = a == 169 && b == 254;
        return a == 0 || a >= 224 || linkLocal || documentation ? Reach.NEVER : Reach.PUBLIC;
    }

    private static boolean isPrivate4(int a, int b) {
        return switch (a) {
            case 10, 127 -> true;
            case 100 -> b >= 64 && b < 128;
            case 172 -> b >= 16 && b < 32;
            case 192 -> b == 168;
            case 198 -> b == 18 || b == 19;
            default -> false;
        };
    }

    private static Reach reach6(byte[] bytes) {
        int start = bytes[0] & 0xff;
        if (isZero(bytes, 0, 10) && isMapping(bytes)) {
            return isZero(bytes, 10, 15) && bytes[15] == 1 ? Reach.PRIVATE : reach4(bytes, 12);
        }
        if (isStart(bytes, 0x00, 0x64, 0xff, 0x9b)) {
            // NAT64 leads to the IPv4 address at its end.
            return isZero(bytes, 4, 12) ? reach4(bytes, 12) : Reach.NEVER;
        }
        if (isStart(bytes, 0x20, 0x02)) {
            return reach4(bytes, 2);
        }
        if ((start & 0xfe) == 0xfc) {
            return Reach.PRIVATE;
        }
        // Teredo and documentation lie within what is routed.
        boolean never = isStart(bytes, 0x20, 0x01, 0x00, 0x00) || isStart(bytes, 0x20, 0x01, 0x0d, 0xb8);
        return (start & 0xe0) == 0x20 && !never ? Reach.PUBLIC : Reach.NEVER;
    }

    // ::ffff:a.b.c.d, and the deprecated ::a.b.c.d with :: and ::1 among them.
    private static boolean isMapping(byte[] bytes) {
        boolean mapped = bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
        return mapped || (bytes[10] == 0 && bytes[11] == 0);
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }

    private static boolean isStart(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
