package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.fhir.ReadIssue.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationMapperTest {

    private static org.hl7.fhir.r4.model.Observation observation() {
        org.hl7.fhir.r4.model.Observation observation = new org.hl7.fhir.r4.model.Observation();
        observation.setId("o");
        return observation;
    }

    private static Observation read(org.hl7.fhir.r4.model.Observation observation) {
        return Hapi.read(observation).observations().get(0);
    }

    private static @Nullable ObservationValue value(Type value) {
        return read(observation().setValue(value)).value();
    }

    private static org.hl7.fhir.r4.model.Quantity grams(String number) {
        return new org.hl7.fhir.r4.model.Quantity()
                .setValue(new BigDecimal(number))
                .setUnit("g/dL")
                .setSystem("http://unitsofmeasure.org")
                .setCode("g/dL");
    }

    private static Quantity read(String number) {
        return new Quantity(new BigDecimal(number), null, "g/dL", "http://unitsofmeasure.org", "g/dL");
    }

    @Test
    void everyElementIsRead() {
        org.hl7.fhir.r4.model.Observation observation = observation();
        observation.setStatus(ObservationStatus.FINAL).addCategory(Hapi.concept("laboratory"));
        observation.setCode(Hapi.concept("718-7")).setSubject(new Reference("Patient/1"));
        observation.addFocus(new Reference("Condition/1")).setEffective(new InstantType("2025-06-30T23:59:59Z"));
        observation.setDataAbsentReason(Hapi.concept("unknown")).addInterpretation(Hapi.concept("L"));
        observation.setBodySite(Hapi.concept("arm")).setMethod(Hapi.concept("RECIST"));
        observation
                .addReferenceRange()
                .setLow(grams("12"))
                .setHigh(grams("16.0"))
                .setText("12-16");
        observation.addNote().setText("haemolysed");
        Observation read = read(observation);
        assertThat(read.status()).isEqualTo("final");
        assertThat(read.category()).containsExactly(Hapi.read("laboratory"));
        assertThat(read.code()).isEqualTo(Hapi.read("718-7"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.focus()).containsExactly(Hapi.reference("Condition/1"));
        assertThat(read.effective()).isEqualTo(Period.at(Hapi.date("2025-06-30")));
        assertThat(read.value()).isNull();
        assertThat(read.dataAbsentReason()).isEqualTo(Hapi.read("unknown"));
        assertThat(read.interpretation()).containsExactly(Hapi.read("L"));
        assertThat(read.bodySite()).isEqualTo(Hapi.read("arm"));
        assertThat(read.method()).isEqualTo(Hapi.read("RECIST"));
        assertThat(read.referenceRange())
                .containsExactly(new Observation.ReferenceRange(read("12"), read("16.0"), "12-16"));
        assertThat(read.note()).containsExactly("haemolysed");
    }

    @Test
    void eachKindOfValueIsRead() {
        assertThat(value(grams("9.10"))).isEqualTo(new ObservationValue.Measured(read("9.10")));
        assertThat(value(Hapi.concept("PD"))).isEqualTo(new ObservationValue.Coded(Hapi.read("PD")));
        assertThat(value(new StringType("TPS 80%"))).isEqualTo(new ObservationValue.Text("TPS 80%"));
        assertThat(value(new IntegerType(1))).isEqualTo(new ObservationValue.Whole(1));
        assertThat(value(new BooleanType(true))).isEqualTo(new ObservationValue.Flag(true));
        assertThat(value(new DateTimeType("2025"))).isEqualTo(new ObservationValue.Day(Hapi.date("2025")));
        assertThat(value(new Ratio())).isEqualTo(new ObservationValue.Other("valueRatio"));
        assertThat(value(new TimeType("10:00:00"))).isEqualTo(new ObservationValue.Other("valueTime"));
    }

    @Test
    void valueThatHoldsNothingIsNone() {
        assertThat(value(new org.hl7.fhir.r4.model.Quantity())).isNull();
        assertThat(value(new org.hl7.fhir.r4.model.CodeableConcept())).isNull();
        assertThat(value(new StringType())).isNull();
        assertThat(value(new DateTimeType())).isNull();
    }

    @Test
    void componentIsReadLikeAnObservation() {
        org.hl7.fhir.r4.model.Observation observation = observation();
        observation
                .addComponent()
                .setCode(Hapi.concept("a"))
                .setValue(grams("1"))
                .addInterpretation(Hapi.concept("H"));
        observation.addComponent();
        assertThat(read(observation).component())
                .containsExactly(new Observation.Component(
                        Hapi.read("a"), new ObservationValue.Measured(read("1")), List.of(Hapi.read("H")), List.of()));
    }

    @Test
    void unknownStatusAndComparatorStayAsSent() {
        org.hl7.fhir.r4.model.Observation parsed = (org.hl7.fhir.r4.model.Observation) Hapi.parse(
                "{'resourceType':'Observation','status':'nearly','valueQuantity':{'value':1,'comparator':'ad'}}");
        assertThat(parsed.getStatus()).isNull();
        Observation read = read(parsed);
        assertThat(read.status()).isEqualTo("nearly");
        assertThat(read.value())
                .isEqualTo(new ObservationValue.Measured(new Quantity(BigDecimal.ONE, "ad", null, null, null)));
    }

    @Test
    void dateValueThatIsNoneStillSaysThatThereWasAValue() {
        PatientRecord record = Hapi.read(Hapi.parse("{'resourceType':'Observation','valueDateTime':'soon'}"));
        assertThat(record.observations().get(0).value()).isEqualTo(new ObservationValue.Other("valueDateTime"));
        assertThat(record.issues()).extracting("element").containsExactly("Observation.valueDateTime");
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "1.50, 1.50", "-0.001, -0.001", "1E-7, 0.0000001"})
    void numberKeepsItsPrecisionAndIsNeverInExponentForm(BigDecimal number, String plain) {
        org.hl7.fhir.r4.model.Quantity quantity = new org.hl7.fhir.r4.model.Quantity().setValue(number);
        ObservationValue.Measured read = (ObservationValue.Measured) value(quantity);
        assertThat(read.quantity().value()).isEqualTo(new BigDecimal(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "1E-1000000000", "1E+71"})
    void numberThatNoMeasurementHasSetsItsObservationAside(BigDecimal number) {
        org.hl7.fhir.r4.model.Observation observation =
                observation().setValue(new org.hl7.fhir.r4.model.Quantity().setValue(number));
        assertThat(Hapi.read(observation).observations()).isEmpty();
        assertThat(Hapi.read(observation).issues())
                .extracting("kind", "element")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.BAD_NUMBER, "Observation.valueQuantity.value"));
    }

    @ParameterizedTest
    @CsvSource({"3.0, 3", "1e2, 100"})
    void integerThatHapiHasNoValueForIsRead(String written, int number) {
        String json = "{'resourceType':'Observation','valueInteger':" + written + "}";
        assertThat(read((org.hl7.fhir.r4.model.Observation) Hapi.parse(json)).value())
                .isEqualTo(new ObservationValue.Whole(number));
    }

    @ParameterizedTest
    @CsvSource({"99999999999, BAD_NUMBER", "1.5, BAD_NUMBER", "'\"many\"', WRONG_SHAPE"})
    void integerThatIsNoneSetsItsObservationAside(String written, Kind kind) {
        String json = "{'resourceType':'Observation','valueInteger':" + written + "}";
        assertThat(Hapi.read(Hapi.parse(json)).issues()).extracting("kind").containsExactly(kind);
    }

    @Test
    void modifiedPartSetsTheObservationAside() {
        org.hl7.fhir.r4.model.Observation component = observation();
        component.addComponent().addModifierExtension().setUrl("http://x/not");
        org.hl7.fhir.r4.model.Observation range = observation();
        range.addReferenceRange().addModifierExtension().setUrl("http://x/not");
        assertThat(Hapi.read(component, range).issues())
                .extracting("element")
                .containsExactly(
                        "Observation.component.modifierExtension", "Observation.referenceRange.modifierExtension");
    }
}
