package dev.seatport.demo.rules.planted.house.ports;

import java.util.ArrayList;
import java.util.List;

public interface BadPortWithState {
    List<String> SEEN = new ArrayList<>();
}
