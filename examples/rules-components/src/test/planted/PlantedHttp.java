// core-io
package com.example.cinema.program.domain.screening;

final class PlantedHttp {
    Object client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
