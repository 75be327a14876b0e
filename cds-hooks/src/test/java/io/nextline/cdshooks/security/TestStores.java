package io.nextline.cdshooks.security;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * PKCS12 stores with certificates of a certification authority of our own, made once by the JDK's keytool: {@code server}
 * for 127.0.0.1, the clients {@code ehr} and {@code clinic}; {@code stranger} takes the name of {@code ehr} and signs itself.
 */
public final class TestStores {

    private static final String PASSWORD = "correct horse";
    private static final TestStores MADE = new TestStores();

    private final Path folder;
    private final KeyStore all;

    private TestStores() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stores");
            Path file = folder.resolve("all.p12");
            keytool(file, "authority", "CN=Test authority", "-ext", "bc:c");
            keytool(file, "server", "CN=server", "-signer", "authority", "-ext", "san=ip:127.0.0.1");
            keytool(file, "ehr", "CN=ehr, O=Hospital", "-signer", "authority", "-ext", "san=dns:ehr.hospital.example");
            keytool(
                    file,
                    "clinic",
                    "CN=clinic",
                    "-signer",
                    "authority",
                    "-ext",
                    "san=dns:clinic.example,uri:https://clinic.example");
            keytool(file, "stranger", "CN=ehr, O=Hospital", "-ext", "san=dns:ehr.hospital.example");
            all = new StoreFile(file, Secret.of(PASSWORD)).open();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void keytool(Path file, String alias, String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias));
        command.addAll(List.of("-dname", name, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling(alias + ".log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed for " + alias);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Returns a store with the key and the chain of one holder. */
    public static StoreFile keys(String alias) {
        return MADE.write(
                alias + "-keys",
                store -> store.setKeyEntry(
                        alias,
                        MADE.all.getKey(alias, PASSWORD.toCharArray()),
                        PASSWORD.toCharArray(),
                        MADE.all.getCertificateChain(alias)));
    }

    /** Returns a store that trusts the authority. */
    public static StoreFile trust() {
        return MADE.write(
                "trust", store -> store.setCertificateEntry("authority", MADE.all.getCertificate("authority")));
    }

    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private StoreFile write(String name, Filling filling) {
        Path file = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            store.store(out, PASSWORD.toCharArray());
            return new StoreFile(file, Secret.of(PASSWORD));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns what a holder speaks TLS with: it trusts the authority and shows its own certificate; null shows none. */
    public static SSLContext tls(String alias) {
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(trust().open());
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(alias == null ? null : keys(alias).open(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
