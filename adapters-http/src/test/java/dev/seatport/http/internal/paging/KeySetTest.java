package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    /** Many of these have the same hash. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 7;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 64, 100, 5000})
    void holdsWhatASetOfTheJdkHoldsHoweverMuchRoomItWasGiven(int room) {
        KeySet keys = new KeySet(room);
        Set<Object> expected = new HashSet<>();
        Random random = new Random(room);
        for (int i = 0; i < 2000; i++) {
            Object key = random.nextBoolean() ? new Key(random.nextInt(300)) : "text " + random.nextInt(1000);
            int hash = KeySet.hash(key);
            assertThat(keys.contains(key, hash)).isEqualTo(expected.contains(key));
            assertThat(keys.add(key, hash)).isEqualTo(expected.add(key));
        }
    }
}
