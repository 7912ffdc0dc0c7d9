package dev.seatport.reports.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Widths of tables: one row per line, wrapped text, or records. */
class TableRowWriterTest {
    private static final String GUID = "5f0b6a3c-0000-4000-8000-000000000001";

    private record Plan(String id, @Nullable String name, long count, boolean deleted) {}

    private static final List<Column<Plan>> COLUMNS = List.of(
            Column.hidden("secret", plan -> "hidden"),
            new Column<>("id", "id", Plan::id),
            new Column<>("name", "name of the plan", Plan::name),
            new Column<>("count", "count", Plan::count),
            Column.ifAny("deleted", "deleted", Plan::deleted));

    private static List<String> table(int width, Plan... plans) throws IOException {
        StringWriter out = new StringWriter();
        TableRowWriter<Plan> writer = new TableRowWriter<>(COLUMNS, out, width);
        for (Plan plan : plans) {
            writer.row(plan);
        }
        writer.end();
        return out.toString().lines().toList();
    }

    @Test
    void anUnboundedTableHasOneLinePerRow() throws IOException {
        String name = "word ".repeat(30).strip();

        List<String> lines = table(TableRowWriter.UNBOUNDED, new Plan(GUID, name, 7, false));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).isEqualTo(" " + GUID + " | " + name + " |     7");
    }

    @Test
    void theWidestTextIsWrappedAtBlanks() throws IOException {
        assertThat(table(61, new Plan(GUID, "Cloud Backup for Everything", 12, false)))
                .containsExactly(
                        " id                                   | name of the  | count",
                        "                                      | plan         |",
                        "--------------------------------------+--------------+-------",
                        " " + GUID + " | Cloud Backup |    12",
                        "                                      | for          |",
                        "                                      | Everything   |");
    }

    @Test
    void rowsBecomeRecordsIfTheirWordsDoNotFit() throws IOException {
        assertThat(table(40, new Plan(GUID, null, 12, false), new Plan("b", "Cloud Backup for Everything", 1, true)))
                .containsExactly(
                        "id                " + GUID.substring(0, 22),
                        "                  " + GUID.substring(22),
                        "name of the plan  -",
                        "count             12",
                        "deleted           false",
                        "",
                        "id                b",
                        "name of the plan  Cloud Backup for",
                        "                  Everything",
                        "count             1",
                        "deleted           true");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 61, 66, 80, 100, 120})
    void noLineIsLongerThanTheWidth(int width) throws IOException {
        assertThat(table(
                        width,
                        new Plan(GUID, "日本語の会社".repeat(20), 12, false),
                        new Plan("x".repeat(150), "word ".repeat(30), Long.MAX_VALUE, true)))
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void manyRowsKeepTheirOrderAndOneWidth() throws IOException {
        Plan[] plans = new Plan[2_500];
        for (int i = 0; i < plans.length; i++) {
            plans[i] = new Plan("p" + i, i == 2_400 ? "the widest name of all" : "n", i, false);
        }

        List<String> lines = table(80, plans);

        assertThat(lines).hasSize(2_502);
        assertThat(lines.get(2)).isEqualTo(" p0    | n                      |     0");
        assertThat(lines.get(2_402)).isEqualTo(" p2400 | the widest name of all |  2400");
        assertThat(lines.get(2_501)).isEqualTo(" p2499 | n                      |  2499");
    }
}
