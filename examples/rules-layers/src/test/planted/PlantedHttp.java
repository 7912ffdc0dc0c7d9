// core-io
package com.example.lending.domain.loan;

final class PlantedHttp {
    Object client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
