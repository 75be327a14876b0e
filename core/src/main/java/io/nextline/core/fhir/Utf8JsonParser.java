package io.nextline.core.fhir;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** {@link Utf8Tokens} as a Jackson parser, for callers that walk through the message around the FHIR resources. */
final class Utf8JsonParser extends Utf8Tokens {

    private @Nullable ObjectCodec codec;
    private boolean closed;

    /** Makes a parser of the first bytes of this buffer, which must not change until the parser is closed. */
    Utf8JsonParser(byte[] buffer, int length, ReadLimits limits) {
        super(buffer, length, limits);
    }

    @Override
    public @Nullable String currentName() {
        boolean justEntered = _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY;
        return nameAt(justEntered ? depth() - 1 : depth());
    }

    @Override
    @SuppressWarnings("deprecation") // Jackson leaves the older method abstract.
    public @Nullable String getCurrentName() {
        return currentName();
    }

    @Override
    @SuppressWarnings("deprecation") // Jackson leaves it abstract.
    public void overrideCurrentName(String name) {
        throw new UnsupportedOperationException("field names are read-only");
    }

    @Override
    public @Nullable String getText() {
        if (_currToken == null) {
            return null;
        }
        return switch (_currToken) {
            case FIELD_NAME -> currentName();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> lexer().text();
            default -> _currToken.asString();
        };
    }

    @Override
    public char[] getTextCharacters() {
        String text = getText();
        return text == null ? new char[0] : text.toCharArray();
    }

    @Override
    public boolean hasTextCharacters() {
        return false;
    }

    @Override
    public int getTextLength() {
        String text = getText();
        return text == null ? 0 : text.length();
    }

    @Override
    public int getTextOffset() {
        return 0;
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) throws IOException {
        try (ByteArrayBuilder builder = new ByteArrayBuilder()) {
            _decodeBase64(getText(), builder, variant);
            return builder.toByteArray();
        }
    }

    @Override
    public BigDecimal getDecimalValue() {
        BigDecimal number = Numbers.decimal(lexer().bytes(), lexer().start(), lexer().length(), limits());
        if (number == null) {
            throw lexer().unreadable(Reason.NUMBER_TOO_LONG);
        }
        return number;
    }

    @Override
    public Number getNumberValue() {
        return _currToken == JsonToken.VALUE_NUMBER_FLOAT ? getDecimalValue() : getBigIntegerValue();
    }

    @Override
    public NumberType getNumberType() {
        return _currToken == JsonToken.VALUE_NUMBER_FLOAT ? NumberType.BIG_DECIMAL : NumberType.BIG_INTEGER;
    }

    @Override
    public int getIntValue() {
        return (int) within(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long getLongValue() {
        return within(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long within(long lowest, long highest) {
        BigDecimal number = getDecimalValue().setScale(0, RoundingMode.DOWN);
        if (number.compareTo(BigDecimal.valueOf(lowest)) < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw lexer().unreadable(Reason.NUMBER_TOO_LONG);
        }
        return number.longValueExact();
    }

    @Override
    public BigInteger getBigIntegerValue() {
        return getDecimalValue().toBigInteger();
    }

    @Override
    public float getFloatValue() {
        return getDecimalValue().floatValue();
    }

    @Override
    public double getDoubleValue() {
        return getDecimalValue().doubleValue();
    }

    @Override
    public JsonStreamContext getParsingContext() {
        return Utf8Context.of(this);
    }

    @Override
    public JsonLocation currentLocation() {
        return lexer().location();
    }

    @Override
    public JsonLocation currentTokenLocation() {
        return lexer().startLocation();
    }

    @Override
    @SuppressWarnings("deprecation") // Jackson leaves the older method abstract.
    public JsonLocation getCurrentLocation() {
        return currentLocation();
    }

    @Override
    @SuppressWarnings("deprecation") // Jackson leaves the older method abstract.
    public JsonLocation getTokenLocation() {
        return currentTokenLocation();
    }

    @Override
    public @Nullable ObjectCodec getCodec() {
        return codec;
    }

    @Override
    public void setCodec(ObjectCodec codec) {
        this.codec = codec;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void close() {
        closed = true;
        lexer().letGo();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    protected void _handleEOF() {
        throw lexer().unreadable(Reason.TRUNCATED);
    }
}
