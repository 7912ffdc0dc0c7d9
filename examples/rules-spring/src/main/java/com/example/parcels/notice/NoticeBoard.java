package com.example.parcels.notice;

import java.util.List;

/** Notices to readers. */
public interface NoticeBoard {
    List<String> notices();
}
