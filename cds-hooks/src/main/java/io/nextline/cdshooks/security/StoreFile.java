package io.nextline.cdshooks.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/**
 * A PKCS12 file with keys or with trusted certificates.
 *
 * @param path where it is
 * @param password opens it, and its keys
 */
public record StoreFile(Path path, Secret password) {

    /**
     * Reads the file.
     *
     * @throws InvalidSettingsException if it cannot be read or opened
     */
    public KeyStore open() {
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.reveal());
            return store;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new InvalidSettingsException(
                    List.of(
                            path
                                    + " cannot be opened as a PKCS12 store: check that it is there, is PKCS12, and that the password is its own"));
        }
    }
}
