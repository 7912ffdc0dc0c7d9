// layer-dependencies
package com.example.lending.adapter.mail;

final class PlantedRival {
    Object other() {
        return com.example.lending.adapter.files.FileLoans.class;
    }
}
