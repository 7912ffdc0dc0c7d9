package dev.seatport.sandbox;

/**
 * One request as it arrived. Headers are not kept, and secrets in token requests are masked, so that it may be printed.
 *
 * @param method the HTTP method in capitals
 * @param path the path as it was sent, still percent-encoded
 * @param query the query as it was sent, without the question mark; empty when there is none
 * @param body the body as it was sent, empty when there is none or when it was too large; in a token request the values of {@code
 *     client_secret} and {@code client_assertion} are three asterisks
 * @param status the HTTP status that was answered, or 0 while there is no answer yet
 */
public record ReceivedRequest(String method, String path, String query, String body, int status) {}
