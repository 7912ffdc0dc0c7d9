package dev.seatport.example.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Boot service that embeds Seatport. The same sources run on Spring Boot 3.5 and 4. */
@SpringBootApplication
public class SeatService {
    public static void main(String[] arguments) {
        SpringApplication.run(SeatService.class, arguments);
    }
}
