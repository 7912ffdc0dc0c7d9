package com.example.parcels.notice.application;

import com.example.parcels.notice.NoticeBoard;
import com.example.parcels.tracking.ParcelScanned;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Writes a notice for each scan. */
@Service
class NoticeService implements NoticeBoard {
    private final List<String> notices = new ArrayList<>();

    @EventListener
    void on(ParcelScanned event) {
        notices.add(event.parcel() + " is in " + event.place());
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }
}
