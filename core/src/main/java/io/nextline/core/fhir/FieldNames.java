package io.nextline.core.fhir;

import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/**
 * Frequent field names of FHIR resources, so that they need not be made anew each time they occur. A name that is missing here
 * is read all the same, only slower.
 */
final class FieldNames {

    private static final int SLOTS = 1024;

    private static final String FREQUENT = """
            abatementDateTime abatementPeriod active address adherence asNeededBoolean assessment asserter assigner authoredOn
            authorString basedOn birthDate bodySite boundsPeriod category city clinicalStatus code coding comparator component
            concept conclusion conclusionCode contained content contentType country courseOfTherapyType data dataAbsentReason
            dateAsserted deceasedBoolean deceasedDateTime denominator device diagnostics dischargeDisposition dispenseRequest display div doNotPerform
            dosage dosageInstruction dose doseAndRate doseQuantity effectiveDateTime effectiveDosePeriod effectiveInstant
            effectivePeriod encounter end entry event expectedSupplyDuration extension family focus frequency fullUrl gender
            generalPractitioner given hasMember high hospitalization id identifier ingredient initialFill insurance intent interpretation issue
            issued item itemCodeableConcept itemReference lastUpdated line link location low maritalStatus medication
            medicationCodeableConcept medicationReference meta method mode modifierExtension multipleBirthBoolean name note
            notPerformedReason numberOfRepeatsAllowed numerator occurenceDateTime occurencePeriod occurrenceDateTime
            occurrencePeriod onsetDateTime onsetPeriod onsetString other parameter part patientInstruction performed
            performedDateTime performedPeriod performer period periodUnit postalCode prescription presentedForm priority profile
            quantity rank rateQuantity reason reasonCode reasonReference recordedDate recorder reference referenceRange relation
            renderedDosageInstruction repeat reported reportedBoolean reportedReference request requester resource resourceType
            response result route score search security sequence serviced severity site source specimen stage start state status
            statusReason statusReasonCodeableConcept strength subject substitution summary supportingInfo
            supportingInformation system tag telecom text timing total type unit uri url use userSelected validityPeriod value
            valueAttachment valueBoolean valueCode valueCodeableConcept valueCoding valueDate valueDateTime valueDecimal
            valueIdentifier valueInteger valuePeriod valueQuantity valueRange valueRatio valueReference valueSampledData
            valueString valueTime valueUri valueUrl verificationStatus version versionId whenHandedOver whenPrepared""";

    private static final String[] NAMES = new String[SLOTS];
    private static final long[] FIRST = new long[SLOTS];
    private static final long[] LAST = new long[SLOTS];

    static {
        StringTokenizer frequent = new StringTokenizer(FREQUENT);
        while (frequent.hasMoreTokens()) {
            String name = frequent.nextToken();
            byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
            long first = Utf8.word(ascii, 0, ascii.length);
            long last = Utf8.lastWord(ascii, 0, ascii.length);
            int slot = Utf8.hash(first, last, ascii.length) & (SLOTS - 1);
            while (NAMES[slot] != null) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            // A literal in a switch is the interned instance, and comparing one instance with itself is quick.
            NAMES[slot] = name.intern();
            FIRST[slot] = first;
            LAST[slot] = last;
        }
    }

    private FieldNames() {}

    /** Returns the name that was read last. */
    static String of(Utf8Lexer lexer) {
        return lexer.isPlain() ? of(lexer.bytes(), lexer.start(), lexer.length()) : lexer.text();
    }

    private static String of(byte[] in, int at, int length) {
        long first = Utf8.word(in, at, length);
        long last = Utf8.lastWord(in, at, length);
        int slot = Utf8.hash(first, last, length) & (SLOTS - 1);
        for (String name = NAMES[slot]; name != null; name = NAMES[slot]) {
            if (FIRST[slot] == first && LAST[slot] == last && name.length() == length && isSameMiddle(name, in, at)) {
                return name;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return new String(in, at, length, StandardCharsets.ISO_8859_1);
    }

    // The first and the last eight characters are known to be equal.
    private static boolean isSameMiddle(String name, byte[] in, int at) {
        for (int i = Long.BYTES; i < name.length() - Long.BYTES; i++) {
            if (name.charAt(i) != in[at + i]) {
                return false;
            }
        }
        return true;
    }
}
