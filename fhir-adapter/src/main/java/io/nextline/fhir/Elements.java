package io.nextline.fhir;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseHasModifierExtensions;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the primitive elements of one resource, and keeps account of the dates among them that are none.
 *
 * <p>HAPI's getters make the element that is not there and leave it in the resource. A resource may be shared between threads, so
 * each getter is called only where HAPI says that the element is there. Primitives are read as the text that they came as:
 * their Java values are padded (dates) or null (codes that HAPI does not know).
 */
final class Elements {

    private final ReadLimits limits;
    private final String path;
    private final List<String> badDates;

    Elements(ReadLimits limits) {
        this(limits, "", new ArrayList<>(0));
    }

    private Elements(ReadLimits limits, String path, List<String> badDates) {
        this.limits = limits;
        this.path = path;
        this.badDates = badDates;
    }

    /** Returns the same account for what lies below the given element. */
    Elements within(String element) {
        return new Elements(limits, path + element + ".", badDates);
    }

    /** Returns the paths of the dates that were none. */
    List<String> badDates() {
        return badDates;
    }

    /** Returns the exception that sets the resource aside for this element. */
    SetAside setAside(ReadIssue.Kind kind, String element) {
        return new SetAside(kind, path + element);
    }

    /** Sets the resource aside for a modifier extension: none is known, and any may turn the meaning around. */
    void refuseModifiers(IBaseHasModifierExtensions holder) {
        if (holder.hasModifierExtension()) {
            throw setAside(ReadIssue.Kind.MODIFIER_EXTENSION, "modifierExtension");
        }
    }

    /** Returns the text of a string, code or URI, whatever it says; null for none. */
    @Nullable String text(boolean present, Supplier<? extends IPrimitiveType<?>> element) {
        return present ? text(element.get()) : null;
    }

    /** Returns the text of a primitive; null for none. */
    static @Nullable String text(IPrimitiveType<?> element) {
        String text = element.getValueAsString();
        return text == null || text.isEmpty() ? null : text;
    }

    /** Returns a date, dateTime or instant with the precision written; null for none or for a text that is none. */
    @Nullable FhirDate date(boolean present, Supplier<? extends IPrimitiveType<?>> element, String name) {
        return present ? date(element.get(), name) : null;
    }

    /** Returns a date, dateTime or instant with the precision written; null for none or for a text that is none. */
    @Nullable FhirDate date(IPrimitiveType<?> element, String name) {
        String text = text(element);
        if (text == null) {
            return null;
        }
        FhirDate date = FhirDate.parse(text);
        if (date == null) {
            badDates.add(path + name);
        }
        return date;
    }

    /** Returns a boolean; null for none. */
    @Nullable Boolean flag(boolean present, Supplier<BooleanType> element, String name) {
        return present ? flag(element.get(), name) : null;
    }

    /** Returns a boolean; null for none. */
    @Nullable Boolean flag(BooleanType element, String name) {
        Boolean value = element.getValue();
        if (value == null && text(element) != null) {
            throw setAside(ReadIssue.Kind.WRONG_SHAPE, name);
        }
        return value;
    }

    /** Returns a decimal, never in exponent form; null for none. */
    @Nullable BigDecimal decimal(boolean present, Supplier<DecimalType> element, String name) {
        return present ? decimal(element.get(), name) : null;
    }

    // Judged by the number, not by its text: writing the text out is what a hostile exponent is after.
    private @Nullable BigDecimal decimal(DecimalType element, String name) {
        BigDecimal number = element.getValue();
        if (number == null) {
            if (text(element) != null) {
                throw setAside(ReadIssue.Kind.WRONG_SHAPE, name);
            }
            return null;
        }
        int most = limits.maxNumberLength() + limits.maxExponent();
        if (number.precision() > most || Math.abs((long) number.scale()) > most) {
            throw setAside(ReadIssue.Kind.BAD_NUMBER, name);
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Returns an integer; null for none. A text such as {@code 3.0} is one, though HAPI has no value for it. */
    @Nullable Integer whole(IntegerType element, String name) {
        String text = text(element);
        if (text == null || element.getValue() != null) {
            return element.getValue();
        }
        if (text.length() > limits.maxNumberLength()) {
            throw setAside(ReadIssue.Kind.BAD_NUMBER, name);
        }
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException notAnInteger) {
            throw setAside(ReadIssue.Kind.BAD_NUMBER, name);
        } catch (NumberFormatException notANumber) {
            throw setAside(ReadIssue.Kind.WRONG_SHAPE, name);
        }
    }
}
