package dev.seatport.reports.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksum and validation of lines of the resume file. */
class CheckpointCodecTest {
    private static final CheckpointCodec CODEC = new CheckpointCodec("0123abcd", 2);
    private static final CheckpointRecord CUSTOMER = new CheckpointRecord(
            new HtmlCase("alder", "Alder & Birch")
                    .seats(18L, 20L)
                    .license(
                            "CFQ7TTC0LCHC",
                            "Microsoft 365 E3",
                            20L,
                            19L,
                            1L,
                            new LapsedLicensesView(5L, null, 0L),
                            false,
                            "2027-01-15T00:00:00.000Z")
                    .license("CFQ7TTC0LF8Q", "Microsoft 365 E5", 5L, 5L, 0L)
                    .finding(FindingKind.BACKUP_SHORTFALL, "2 short")
                    .entry(),
            List.of(0, 1));
    private static final String JSON = JsonText.line(CUSTOMER);

    @Test
    void decodesWhatItEncoded() {
        assertThat(CODEC.decode(CODEC.encode(CUSTOMER))).isEqualTo(CUSTOMER);
        assertThat(CODEC.decode(CODEC.encode(JSON))).isEqualTo(CUSTOMER);
    }

    @Test
    void decodesNoLineOfAnotherReview() {
        assertThat(new CheckpointCodec("fedc", 2).decode(CODEC.encode(CUSTOMER)))
                .isNull();
    }

    @Test
    void decodesNoLineThatIsCutOrChangedInAnyByte() {
        byte[] line = CODEC.encode(CUSTOMER);
        for (int i = 0; i < line.length; i++) {
            byte[] changed = line.clone();
            changed[i] ^= 0x20;
            assertThat(CODEC.decode(changed)).as("byte %d", i).isNull();
            assertThat(CODEC.decode(Arrays.copyOf(line, i))).as("cut at %d", i).isNull();
        }
        assertThat(CODEC.decode(Arrays.copyOf(line, line.length + 1))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "\"kind\":\"BACKUP_SHORTFALL\" ~ \"kind\":\"X\\\"><script>alert(1)</script>\"",
                "\"kind\":\"BACKUP_SHORTFALL\" ~ \"kind\":\"backup_shortfall\"",
                "\"severity\":\"CRITICAL\" ~ \"severity\":\"CATASTROPHIC\"",
                "\"severity\":\"CRITICAL\" ~ \"severity\":null",
                "\"verdict\":\"SHORT\" ~ \"verdict\":\"MAYBE\"",
                "\"verdict\":\"SHORT\" ~ \"verdict\":\"COVERED\"",
                "\"by\":2 ~ \"by\":null",
                "\"kind\":\"MICROSOFT_365\" ~ \"kind\":\"MICROSOFT_366\"",
                "\"readAt\":\" ~ \"readAt\":\"yesterday ",
                "\"at\":\" ~ \"at\":\"at ",
                "\"complete\":true ~ \"complete\":false",
                "\"complete\":true ~ \"complete\":null",
                "\"complete\":true, ~ ^^",
                "\"gaps\":[] ~ \"gaps\":[{\"customer\":\"a\",\"vendor\":\"c3\",\"source\":\"licenses\",\"kind\":\"TIMED_OUT\",\"text\":\"t\"}]",
                "\"gaps\":[] ~ \"gaps\":[null]",
                "\"gaps\":[] ~ \"gaps\":null",
                "\"unmatched\":[] ~ \"unmatched\":[{}]",
                "\"assignable\":false, ~ ^^",
                "\"assignable\":false ~ \"assignable\":null",
                "\"renewal\":\"2027 ~ \"renewal\":\"27",
                "\"warning\":5, ~ ^^",
                "\"id\":\"alder\" ~ \"id\":\"\"",
                "\"id\":\"alder\" ~ \"id\":null",
                "\"vendor\":\"avepoint\",\"id\" ~ \"vendor\":\"AvePoint <b>\",\"id\"",
                "\"exclusions\":[0,1] ~ \"exclusions\":[0,2]",
                "\"exclusions\":[0,1] ~ \"exclusions\":[-1]",
                "\"exclusions\":[0,1] ~ \"exclusions\":[null]",
                "\"exclusions\":[0,1] ~ \"exclusions\":null",
                "\"exclusions\":[0,1]} ~ \"exclusions\":[0,1],\"more\":1}",
                "\"exclusions\":[0,1]} ~ \"exclusions\":[0,1]}}",
                "{\"customer\":{ ~ {\"customer\":null,\"customer2\":{",
            })
    void decodesNoInvalidLineWithACorrectChecksum(String part, String forged) {
        assertThat(JSON).contains(part);
        byte[] line = CODEC.encode(JSON.replace(part, forged));

        assertThat(CODEC.decode(line))
                .as(new String(line, StandardCharsets.UTF_8))
                .isNull();
    }
}
