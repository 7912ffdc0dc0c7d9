package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestLog.Entry;
import dev.seatport.sandbox.deviation.FaultState;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.faults.PathKind;
import dev.seatport.sandbox.injection.Exchange;
import dev.seatport.sandbox.injection.Injection;
import dev.seatport.sandbox.injection.Injector;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Reads a request, keeps it in the log and the ledger, has it answered, and has the answer written when it is time. */
final class FrontDoor implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final Doors doors;
    private final FaultState switches;
    private final Injector injector;
    private final Books books;
    private final AnswerDesk desk;

    FrontDoor(Vertx vertx, Doors doors, FaultState switches, Injector injector, Books books, AnswerDesk desk) {
        this.vertx = vertx;
        this.doors = doors;
        this.switches = switches;
        this.injector = injector;
        this.books = books;
        this.desk = desk;
    }

    @Override
    public void handle(HttpServerRequest request) {
        BodyReader.read(request, body -> answer(request, body), () -> refuse(request));
    }

    private void refuse(HttpServerRequest request) {
        PathKind kind = doors.exchange(request, "").kind();
        Entry entry = log(request, "", kind);
        AnswerDesk.Outcome tooLarge = AnswerDesk.Outcome.plain(kind, Answer.plain(413, "Payload Too Large"));
        later(switches.latency(), () -> desk.write(request, entry, tooLarge));
    }

    private void answer(HttpServerRequest request, String body) {
        Exchange exchange = doors.exchange(request, body);
        Entry entry = log(request, body, exchange.kind());
        Injection injection = injector.next(exchange);
        AnswerDesk.Outcome outcome = desk.outcome(request, body, exchange.kind(), injection);
        later(switches.latency().plus(injection.latency()), () -> desk.write(request, entry, outcome));
    }

    private Entry log(HttpServerRequest request, String body, PathKind kind) {
        books.ledger().received(kind);
        return books.log().add(request.method().name(), Doors.path(request), Doors.query(request), body);
    }

    private void later(Duration latency, Runnable writing) {
        long milliseconds = latency.toMillis();
        if (milliseconds == 0) {
            writing.run();
        } else {
            vertx.setTimer(milliseconds, timer -> writing.run());
        }
    }
}
