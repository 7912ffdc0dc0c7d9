package dev.seatport.c3.internal.customers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.spi.ResponseContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parser of {@code DeletedOn}. Only a plausible date in the past marks a row as deleted. A date without a zone is UTC, because C3
 * documents no zone.
 */
final class DeletionDate {
    /** Default value of a date in .NET: the field was never set. */
    private static final LocalDate UNSET = LocalDate.of(1, 1, 1);
    /** Earliest plausible deletion. An earlier date is a default value, because no cloud tenant is that old. */
    private static final Instant MIN_DATE = Instant.parse("2000-01-01T00:00:00Z");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' '][XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT);

    private DeletionDate() {}

    /**
     * Returns when a row was deleted. Reports drift if the field is neither empty nor a plausible date in the past.
     *
     * @return {@code null} if the row is not deleted
     */
    static @Nullable Instant parse(@Nullable JsonNode field, ResponseContext context) {
        if (field == null
                || field.isNull()
                || (field.isTextual() && field.textValue().isBlank())) {
            return null;
        }
        LocalDateTime unset = UNSET.atStartOfDay();
        try {
            OffsetDateTime date = parseDate(String.valueOf(field.textValue()).strip());
            if (date.toLocalDateTime().equals(unset)) {
                return null;
            }
            Instant instant = date.toInstant();
            if (instant.isAfter(MIN_DATE)
                    && !instant.isAfter(context.provenance().at())) {
                return instant;
            }
            context.reportDrift("$.Data[*].DeletedOn", "not a plausible deletion date");
        } catch (DateTimeException e) {
            context.reportDrift("$.Data[*].DeletedOn", "not a date");
        }
        return null;
    }

    private static OffsetDateTime parseDate(String text) {
        TemporalAccessor parsed = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime date) {
            return date;
        }
        LocalDateTime local = parsed instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(parsed);
        return local.atOffset(ZoneOffset.UTC);
    }
}
