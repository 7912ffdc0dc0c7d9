package dev.seatport.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Makes certificates with the JDK's own tool. */
public final class KeyFiles {
    public static final String PASSWORD = "canary-password";

    private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

    private KeyFiles() {}

    /** A certificate, its key and the authority that signed it ({@code ca}) in a PKCS #12 file. */
    public static Path signed(Path folder, String name, String... more) {
        Path file = folder.resolve(name + ".pfx");
        generate(file, "ca", "authority", "-ext", "bc:c");
        List<String> signed = new ArrayList<>(List.of("-signer", "ca"));
        signed.addAll(List.of(more));
        generate(file, "it", name, signed.toArray(String[]::new));
        return file;
    }

    /** A self-signed certificate and its key in a PKCS #12 file. Made once for each name and choice of algorithm, which takes long. */
    public static Path pfx(Path folder, String name, String... more) {
        List<String> wanted = new ArrayList<>(List.of(more));
        wanted.add(name);
        Path file = folder.resolve(name + ".pfx");
        try {
            return Files.write(file, MADE.computeIfAbsent(wanted, ignored -> made(file, name, more)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] made(Path file, String name, String... more) {
        generate(file, "it", name, more);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void generate(Path file, String alias, String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        command.addAll(List.of(more));
        if (!command.contains("-keyalg")) {
            command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048"));
        }
        run(command);
    }

    /** Issues another certificate for the key in a file, in place of the one there, that expires later. */
    public static void renew(Path pfx) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(List.of(
                keytool,
                "-selfcert",
                "-alias",
                "it",
                "-validity",
                "400",
                "-storepass",
                PASSWORD,
                "-keystore",
                pfx.toString()));
    }

    private static void run(List<String> command) {
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static X509Certificate certificate(Path pfx) {
        return certificate(pfx, "it");
    }

    public static X509Certificate certificate(Path pfx, String alias) {
        try {
            return (X509Certificate) Objects.requireNonNull(store(pfx).getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static PrivateKey key(Path pfx) {
        try {
            return (PrivateKey) Objects.requireNonNull(store(pfx).getKey("it", PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyStore store(Path pfx) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pfx)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One PEM block. */
    public static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
