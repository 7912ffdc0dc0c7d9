package com.example.parcels;

import com.example.parcels.notice.NoticeBoard;
import com.example.parcels.tracking.ParcelTracking;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Starts Spring and tracks a parcel. */
public final class ParcelsMain {
    private ParcelsMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... arguments) {
        try (AnnotationConfigApplicationContext spring =
                new AnnotationConfigApplicationContext(ParcelsMain.class.getPackageName())) {
            System.out.println(spring.getBean(ParcelTracking.class).lastPlace(arguments[0]));
            System.out.println(spring.getBean(NoticeBoard.class).notices());
        }
    }
}
