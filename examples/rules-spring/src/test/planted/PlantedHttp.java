// core-io
package com.example.parcels.tracking.domain.parcel;

final class PlantedHttp {
    Object client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
