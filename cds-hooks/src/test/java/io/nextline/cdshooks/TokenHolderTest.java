package io.nextline.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.cdshooks.http.TlsSettings;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.cdshooks.request.CdsRequestReader;
import io.nextline.cdshooks.security.ClientCall;
import io.nextline.cdshooks.security.Peer;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.security.StoreFile;
import io.nextline.core.fhir.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A type that holds a token or a password, itself or through its fields, can be neither written nor printed with it. */
class TokenHolderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "canaryTokenZq81";
    private static final Pattern SUSPECT =
            Pattern.compile(".*(token|secret|password|credential|authorization|bearer).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile("java\\.lang\\.String|java\\.util\\.List|\\[[CB]");

    private static Set<Class<?>> types() throws IOException, URISyntaxException {
        Path classes = Path.of(CdsServices.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> named(name.substring(0, name.length() - 6).replace('/', '.')))
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, TokenHolderTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
    }

    /** Returns the types that hold one, those that hold such a type included. */
    private static Set<Class<?>> holders() throws IOException, URISyntaxException {
        Set<Class<?>> all = types();
        Set<Class<?>> holders = new HashSet<>(Set.of(Secret.class));
        all.stream().filter(TokenHolderTest::holdsText).forEach(holders::add);
        for (int before = 0; before < holders.size(); ) {
            before = holders.size();
            all.stream()
                    .filter(type -> fields(type).anyMatch(field -> holders.contains(field.getType())))
                    .toList()
                    .forEach(holders::add);
        }
        return holders;
    }

    private static boolean holdsText(Class<?> type) {
        boolean suspect = SUSPECT.matcher(type.getSimpleName()).matches();
        return fields(type)
                .anyMatch(field -> isText(field)
                        && (suspect || SUSPECT.matcher(field.getName()).matches()));
    }

    private static boolean isText(Field field) {
        return TEXT.matcher(field.getType().getName()).matches();
    }

    @Test
    void noTypeThatHoldsOneIsSerializable() throws Exception {
        List<String> names =
                holders().stream().map(Class::getSimpleName).sorted().toList();

        assertThat(names)
                .contains("AccessToken", "BearerToken", "CdsRequest", "ClientCall", "FhirAuthorization", "Secret");
        assertThat(holders()).noneMatch(Serializable.class::isAssignableFrom);
    }

    static List<Object> filled() throws Exception {
        CdsRequest request = new CdsRequestReader(ReadLimits.forRequests())
                .read(new ByteArrayInputStream(SampleRequest.patientView()
                        .top("fhirServer", "\"https://fhir.example\"")
                        .top("fhirAuthorization", "{\"access_token\":\"" + CANARY + "\",\"token_type\":\"Bearer\"}")
                        .bytes()));
        StoreFile store = new StoreFile(Path.of("store.p12"), Secret.of(CANARY));
        Method bearer = named("io.nextline.cdshooks.security.jwt.BearerToken").getDeclaredMethod("of", List.class);
        bearer.setAccessible(true);
        return List.of(
                Objects.requireNonNull(request.authorization()).token(),
                request.authorization(),
                request,
                Secret.of(CANARY),
                store,
                new TlsSettings(store, store),
                bearer.invoke(null, List.of("Bearer " + CANARY + ".e30.e30")),
                new ClientCall("/cds-services/x", List.of("Bearer " + CANARY), false, Peer.LOCAL));
    }

    @ParameterizedTest
    @MethodSource("filled")
    void textFormHidesWhatIsHeld(Object holder) {
        assertThat(holder.toString()).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource("filled")
    void jacksonDoesNotSeeWhatIsHeld(Object holder) {
        assertThat(written(holder)).doesNotContain(CANARY);
    }

    private static String written(Object holder) {
        try {
            return JSON.writeValueAsString(holder);
        } catch (JsonProcessingException refused) {
            return refused.getOriginalMessage();
        }
    }
}
