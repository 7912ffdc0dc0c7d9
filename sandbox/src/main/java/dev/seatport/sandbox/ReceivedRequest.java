package dev.seatport.sandbox;

/**
 * Request that the sandbox received. It is safe to print: headers are not kept and secrets of token requests are masked.
 *
 * @param method HTTP method in capitals
 * @param path path as sent, still percent-encoded
 * @param query query as sent, without the question mark; empty if there is none
 * @param body body as sent; empty if there is none or if it was too large. In a token request the values of {@code client_secret} and
 *     {@code client_assertion} are {@code ***}
 * @param status HTTP status of the response; 0 until the response is written
 */
public record ReceivedRequest(String method, String path, String query, String body, int status) {}
