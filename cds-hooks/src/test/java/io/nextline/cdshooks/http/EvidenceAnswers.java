package io.nextline.cdshooks.http;

import java.util.List;

/** Asks a server for evidence pages in each way that ends in its own manner. */
final class EvidenceAnswers {

    private static final String ROOT = "/evidence";
    private static final String ENTRY = "/evidence/{id}";
    private static final String ATTRIBUTES = "/evidence/{id}/attributes";
    private static final List<String> JSON = List.of("Accept: application/json");

    /** Takes an answer, with the path as it is described and the method. */
    @FunctionalInterface
    interface Keeper {
        void keep(String path, String method, RawClient.Answer answer);
    }

    private final RawClient client;
    private final Keeper keeper;

    EvidenceAnswers(RawClient client, Keeper keeper) {
        this.client = client;
        this.keeper = keeper;
    }

    void produce() {
        page(ROOT, ROOT);
        for (String id : List.of("DS-1", "CONTACT-03")) {
            page(ENTRY, "/evidence/" + id);
            page(ATTRIBUTES, "/evidence/" + id + "/attributes");
            get(ENTRY, "/evidence/" + id, JSON);
            get(ATTRIBUTES, "/evidence/" + id + "/attributes", JSON);
        }
        get(ENTRY, "/evidence/contact-03", List.of());
        get(ATTRIBUTES, "/evidence/contact-03/attributes", List.of());
        get(ENTRY, "/evidence/NONE", JSON);
        get(ATTRIBUTES, "/evidence/NONE/attributes", JSON);
    }

    private void page(String described, String path) {
        RawClient.Answer page = get(described, path, List.of());
        String etag = page.head()
                .lines()
                .filter(line -> line.startsWith("ETag: "))
                .findFirst()
                .orElseThrow()
                .substring(6);
        get(described, path, List.of("If-None-Match: " + etag));
        keeper.keep(described, "head", send("HEAD", path));
        keeper.keep(described, "options", send("OPTIONS", path));
        keeper.keep(described, "get", send("DELETE", path));
    }

    private RawClient.Answer get(String described, String path, List<String> headers) {
        RawClient.Answer answer = client.get(path, headers);
        keeper.keep(described, "get", answer);
        return answer;
    }

    private RawClient.Answer send(String method, String path) {
        return client.send(method + " " + path + " HTTP/1.1\r\nHost: a", List.of(), new byte[0]);
    }
}
