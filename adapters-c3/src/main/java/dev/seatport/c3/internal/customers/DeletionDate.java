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
 * Reads {@code DeletedOn}. Only a real date in the past says that a row is deleted. A date without a zone is taken for UTC, as C3
 * names none.
 */
final class DeletionDate {
    /** What .NET writes for a date that was never set. */
    private static final LocalDate UNSET = LocalDate.of(1, 1, 1);
    /** No cloud tenant is as old: an earlier date is the zero of some calendar. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' '][XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT);

    private DeletionDate() {}

    /** When a row was deleted; {@code null} if it is live. What is neither a date in the past nor empty is told as drift. */
    static @Nullable Instant read(@Nullable JsonNode field, ResponseContext answer) {
        if (field == null
                || field.isNull()
                || (field.isTextual() && field.textValue().isBlank())) {
            return null;
        }
        LocalDateTime unset = UNSET.atStartOfDay();
        try {
            OffsetDateTime date = date(String.valueOf(field.textValue()).strip());
            if (date.toLocalDateTime().equals(unset)) {
                return null;
            }
            Instant instant = date.toInstant();
            if (instant.isAfter(EARLIEST)
                    && !instant.isAfter(answer.provenance().at())) {
                return instant;
            }
            answer.drift("$.Data[*].DeletedOn", "a date that cannot be that of a deletion");
        } catch (DateTimeException e) {
            answer.drift("$.Data[*].DeletedOn", "no date");
        }
        return null;
    }

    private static OffsetDateTime date(String text) {
        TemporalAccessor read = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime date) {
            return date;
        }
        LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
        return local.atOffset(ZoneOffset.UTC);
    }
}
