package io.nextline.cdshooks.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.security.Caller;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final Caller NORTH = new Caller("https://ehr.example", "north");
    private static final Caller SOUTH = new Caller("https://ehr.example", "south");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final ClientRates rates = new ClientRates(new RateLimit(20, 3), nanos::get);

    @Test
    void afterTheBurstACallComesEveryTwentiethOfASecond() {
        assertThat(rates.take(NORTH)).isZero();
        assertThat(rates.take(NORTH)).isZero();
        assertThat(rates.take(NORTH)).isZero();
        assertThat(rates.take(NORTH)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(50));

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(rates.take(NORTH)).isZero();
        assertThat(rates.take(NORTH)).isPositive();
    }

    @Test
    void longPauseFillsTheBucketAndNoMore() {
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take(NORTH)).isZero();
        }
        assertThat(rates.take(NORTH)).isPositive();
    }

    @Test
    void tenantsDoNotShareABucket() {
        for (int i = 0; i < 4; i++) {
            rates.take(NORTH);
        }
        assertThat(rates.take(SOUTH)).isZero();
    }

    @Test
    void refusedCallsTakeNoToken() {
        for (int i = 0; i < 100; i++) {
            rates.take(NORTH);
        }
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(rates.take(NORTH)).isZero();
    }

    @Test
    void noLimitTakesNothing() {
        ClientRates free = new ClientRates(RateLimit.none(), nanos::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(free.take(NORTH)).isZero();
        }
    }

    @Test
    void addressesAreCountedApartAndIpv6ByItsNetwork() throws UnknownHostException {
        AddressRates addresses = new AddressRates(new RateLimit(1, 1), nanos::get);

        assertThat(addresses.take(InetAddress.getByName("10.0.0.1"))).isZero();
        assertThat(addresses.take(InetAddress.getByName("10.0.0.1"))).isPositive();
        assertThat(addresses.take(InetAddress.getByName("2001:db8::1"))).isZero();
        assertThat(addresses.take(InetAddress.getByName("2001:db8::ffff"))).isPositive();
    }

    @Test
    void mostOfManyAddressesAreServedThoughTheTableIsSmall() throws UnknownHostException {
        AddressRates addresses = new AddressRates(new RateLimit(1, 1), nanos::get);
        int served = 0;
        for (int i = 0; i < 256; i++) {
            served += addresses.take(InetAddress.getByAddress(new byte[] {10, 1, 2, (byte) i})) == 0 ? 1 : 0;
        }
        assertThat(served).isGreaterThan(200);
    }
}
