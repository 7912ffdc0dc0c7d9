package dev.seatport.http.internal.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.http.SigningCertificate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A signed statement of who asks (RFC 7523, as AvePoint and Azure AD want it): RS256, five minutes of life, begun half a minute ago
 * because clocks differ, and never the same twice. Signing takes milliseconds of a processor: keep it off event loops.
 */
final class ClientAssertion {
    /** The form field that says what kind of assertion it is. */
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(30);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ClientAssertion() {}

    /** Signs a fresh one. */
    static String sign(SigningCertificate certificate, String clientId, URI tokenUrl, Instant now) {
        try {
            String signed = part(header(certificate)) + "." + part(claims(clientId, tokenUrl, now));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(certificate.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate's key cannot sign");
        }
    }

    private static ObjectNode header(SigningCertificate certificate) throws GeneralSecurityException {
        byte[] thumbprint = MessageDigest.getInstance("SHA-1")
                .digest(certificate.certificate().getEncoded());
        return JsonNodeFactory.instance
                .objectNode()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("kid", HexFormat.of().withUpperCase().formatHex(thumbprint))
                .put("x5t", BASE64.encodeToString(thumbprint));
    }

    private static ObjectNode claims(String clientId, URI tokenUrl, Instant now) {
        long begun = now.minus(CLOCKS_DIFFER_BY).getEpochSecond();
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", clientId)
                .put("sub", clientId)
                .put("aud", tokenUrl.toString())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", begun)
                .put("nbf", begun)
                .put("exp", now.minus(CLOCKS_DIFFER_BY).plus(LIFE).getEpochSecond());
    }

    private static String part(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
