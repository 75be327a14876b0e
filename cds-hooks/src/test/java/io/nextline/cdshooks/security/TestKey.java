package io.nextline.cdshooks.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client's key pair; signs with the JDK alone, so that it shares nothing with what is tested. */
public record TestKey(String kid, KeyPair pair) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static TestKey rsa(String kid, int bits) {
        return new TestKey(kid, pair("RSA", bits, null));
    }

    /** Makes a key on {@code secp256r1}, {@code secp384r1} or {@code secp521r1}. */
    public static TestKey ec(String kid, String curve) {
        return new TestKey(kid, pair("EC", 0, curve));
    }

    private static KeyPair pair(String type, int bits, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            if (curve == null) {
                generator.initialize(bits);
            } else {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public TestKey withKid(String other) {
        return new TestKey(other, pair);
    }

    public byte[] sign(String algorithm, byte[] bytes) {
        try {
            Signature signature = signature(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        int bits = Integer.parseInt(algorithm.substring(2));
        if (algorithm.startsWith("PS")) {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(
                    new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), bits / 8, 1));
            return signature;
        }
        return Signature.getInstance(
                "SHA" + bits + (algorithm.startsWith("ES") ? "withECDSAinP1363Format" : "withRSA"));
    }

    /** Returns the public key as a JSON Web Key. */
    public Map<String, Object> jwk() {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kid", kid);
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            jwk.put("kty", "RSA");
            jwk.put("n", base64(rsa.getModulus(), 0));
            jwk.put("e", base64(rsa.getPublicExponent(), 0));
        } else {
            ECPublicKey ec = (ECPublicKey) pair.getPublic();
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            jwk.put("kty", "EC");
            jwk.put("crv", "P-" + bits);
            jwk.put("x", base64(ec.getW().getAffineX(), (bits + 7) / 8));
            jwk.put("y", base64(ec.getW().getAffineY(), (bits + 7) / 8));
        }
        return jwk;
    }

    private static String base64(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int zeros = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, zeros, bytes.length);
        byte[] padded = new byte[Math.max(length, plain.length)];
        System.arraycopy(plain, 0, padded, padded.length - plain.length, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    /** Returns a key set of the public keys. */
    public static String jwks(TestKey... keys) {
        return json(Map.of("keys", Arrays.stream(keys).map(TestKey::jwk).toList()));
    }

    /** Returns a key set of keys as they are. */
    public static String jwks(List<Map<String, Object>> keys) {
        return json(Map.of("keys", keys));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes a key set of the public keys to a file. */
    public static Path write(Path file, TestKey... keys) {
        try {
            return Files.writeString(file, jwks(keys));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
