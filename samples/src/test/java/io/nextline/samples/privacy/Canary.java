package io.nextline.samples.privacy;

import java.util.Arrays;
import java.util.List;

/** Texts that stand nowhere else, one for each place of a call that can identify somebody or open something. */
public enum Canary {
    FAMILY(Kind.PERSON, "Qzvarnholt"),
    GIVEN(Kind.PERSON, "Żółcisława"),
    RECORD_NUMBER(Kind.PERSON, "QZ-MRN-4711882"),
    BIRTH_DATE(Kind.PERSON, "1931-07-19"),
    STREET(Kind.PERSON, "Qzgasse 17b"),
    CITY(Kind.PERSON, "Qzhausen"),
    PHONE(Kind.PERSON, "+49-555-0173882"),
    MAIL(Kind.PERSON, "qz.varn@mail.invalid"),
    CONTACT(Kind.PERSON, "Qzkontakt Erbin"),
    PHOTO(Kind.PERSON, "Qzphoto of a face"),
    PRACTITIONER(Kind.PERSON, "Dr. Qzweiss"),
    NARRATIVE(Kind.PERSON, "Qznarrative of the record"),
    NOTE(Kind.PERSON, "Qznote: the daughter calls"),
    REPORT(Kind.PERSON, "Qzconclusion of the report"),
    ATTACHMENT(Kind.PERSON, "Qzattachment in full"),
    CONCEPT_TEXT(Kind.PERSON, "Qzconcept in words"),
    DISPLAY(Kind.PERSON, "Qzdisplay of a code"),
    EXTENSION(Kind.PERSON, "Qzextension value"),
    BAD_VALUE(Kind.PERSON, "Qzbad value of a field"),
    DIAGNOSTICS(Kind.PERSON, "Qzdiagnostics of their server"),
    FETCHED(Kind.PERSON, "Qzfetched name"),
    URL_WORD(Kind.PERSON, "qzword-in-a-url"),
    HEADER(Kind.PERSON, "Qzheader value"),
    HOST(Kind.PERSON, "cnry-host.invalid"),
    ENCOUNTER(Kind.PERSON, "cnry-enc-9920"),
    RESOURCE_ID(Kind.RESOURCE, "cnryid-"),
    PATIENT_ID(Kind.AUDITED, "cnry-pat-7714"),
    USER_ID(Kind.AUDITED, "cnry-user-3301"),
    ACCESS_TOKEN(Kind.TOKEN, "cnryToken-Zq81.access_secret"),
    TOKEN_SUBJECT(Kind.TOKEN, "cnry-subject-55"),
    REFUSED_JTI(Kind.TOKEN, "cnry-jti-refused"),
    KEY_ID(Kind.TOKEN, "cnry-kid-77"),
    CLAIM(Kind.TOKEN, "cnry-claim-12"),
    COMMENT(Kind.TYPED, "Qzcomment typed by hand"),
    REASON(Kind.TYPED, "Qzreason picked from a list");

    /** What a canary stands for, and so where it may be found after all. */
    public enum Kind {
        /** Of the patient or of people around: nowhere. */
        PERSON,
        /** Ids of resources of the record: in answers with cards alone, which refer to them. */
        RESOURCE,
        /** Of patient and user: in the audit trail alone. */
        AUDITED,
        /** What opens a door, and what only a token says: nowhere. */
        TOKEN,
        /** Words of the clinician: in the store of feedback and its exports alone. */
        TYPED
    }

    private final Kind kind;
    private final String value;

    Canary(Kind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    /** Returns the text. */
    public String value() {
        return value;
    }

    /** Returns the canaries of all kinds but these. */
    static List<Canary> allBut(Kind... kinds) {
        List<Kind> left = List.of(kinds);
        return Arrays.stream(values())
                .filter(canary -> !left.contains(canary.kind))
                .toList();
    }
}
