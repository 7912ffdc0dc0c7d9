package dev.seatport.demo.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers to the questions of {@code seatport init}: typed on a console, or lines of the standard input. */
interface AnswerSource {
    /**
     * Asks one question.
     *
     * @param secret whether a console must not show the answer
     * @return the answer; {@code null} if there are no more answers
     */
    @Nullable
    String ask(String question, boolean secret) throws IOException;

    /** Returns whether a person can correct an answer. */
    boolean canAskAgain();

    /** Returns the console of this process, or the lines of its standard input without a console. */
    static AnswerSource of(CommandEnvironment environment) {
        Console console = environment.terminal() && TerminalInfo.isAttached() ? System.console() : null;
        return console == null ? lines(environment) : console(console, environment.err());
    }

    private static AnswerSource console(Console console, PrintStream questions) {
        return new AnswerSource() {
            @Override
            public @Nullable String ask(String question, boolean secret) {
                questions.print(question);
                questions.flush();
                if (!secret) {
                    return console.readLine();
                }
                char[] answer = console.readPassword();
                return answer == null ? null : new String(answer);
            }

            @Override
            public boolean canAskAgain() {
                return true;
            }
        };
    }

    private static AnswerSource lines(CommandEnvironment environment) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
        return new AnswerSource() {
            @Override
            public @Nullable String ask(String question, boolean secret) throws IOException {
                return lines.readLine();
            }

            @Override
            public boolean canAskAgain() {
                return false;
            }
        };
    }
}
