// core-io
package com.example.bank.application.domain.model.transfer;

final class PlantedHttp {
    Object client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
