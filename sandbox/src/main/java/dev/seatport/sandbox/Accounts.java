package dev.seatport.sandbox;

import dev.seatport.sandbox.oauth.ClientAccount;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a partner is handed out by the vendors, new for each sandbox, so that one's credentials are worth nothing to another.
 *
 * @param avePoint the client at AvePoint
 * @param c3 the client at C3
 * @param c3Resource the resource at C3
 */
record Accounts(ClientAccount avePoint, ClientAccount c3, String c3Resource) {
    private static final int SECRET_BYTES = 24;

    static Accounts open(RandomGenerator chance) {
        return new Accounts(client(chance), client(chance), guid(chance));
    }

    private static ClientAccount client(RandomGenerator chance) {
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        // Characters that mean something in a form come always, not by chance.
        return new ClientAccount(guid(chance), "s+/&~=" + Base64.getEncoder().encodeToString(bytes));
    }

    private static String guid(RandomGenerator chance) {
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }
}
