package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.fetch.AddressCheck.Reach;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {

    private static final AddressCheck SYSTEM = new AddressCheck(InetAddress::getAllByName);

    private static Reach reach(String literal) throws UnknownHostException {
        return AddressCheck.reach(InetAddress.getByName(literal).getAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "2130706433",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "198.18.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "fc00::1",
                "fd12:3456::1",
                "64:ff9b::10.0.0.1",
                "2002:a00:1::1"
            })
    void addressOfThisMachineOrNetworkIsPrivate(String literal) throws UnknownHostException {
        assertThat(reach(literal)).isEqualTo(Reach.PRIVATE);
        assertThat(SYSTEM.check(literal, false)).isNull();
        assertThat(SYSTEM.check(literal, true)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "192.0.0.1",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "100::1",
                "4000::1"
            })
    void addressWhereNoFhirServerCanBeIsRefusedWhateverTheSiteAllows(String literal) throws UnknownHostException {
        assertThat(reach(literal)).isEqualTo(Reach.NEVER);
        assertThat(SYSTEM.check(literal, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "193.0.0.1",
                "169.253.1.1",
                "223.255.255.255",
                "2606:4700::1",
                "2001:4860::1",
                "64:ff9b::8.8.8.8"
            })
    void addressOfTheInternetIsPublic(String literal) throws UnknownHostException {
        assertThat(reach(literal)).isEqualTo(Reach.PUBLIC);
        assertThat(SYSTEM.check(literal, false)).isNotNull();
    }

    @Test
    void oneBadAddressAmongGoodOnesRefusesTheHost() throws UnknownHostException {
        InetAddress good = InetAddress.getByName("8.8.8.8");
        InetAddress bad = InetAddress.getByName("10.0.0.1");
        AddressCheck mixed = new AddressCheck(host -> new InetAddress[] {good, bad});

        assertThat(mixed.check("ehr.example", false)).isNull();
        assertThat(mixed.check("ehr.example", true)).isEqualTo(good);
    }

    @Test
    void unknownHostHasNoAddress() {
        AddressCheck nobody = new AddressCheck(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(nobody.check("ehr.example", true)).isNull();
        assertThat(new AddressCheck(host -> new InetAddress[0]).check("ehr.example", true))
                .isNull();
    }
}
