package dev.seatport.demo.cli;

import dev.seatport.demo.config.Setting;
import dev.seatport.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that point Seatport at a sandbox. */
final class SandboxSettings {
    private SandboxSettings() {}

    static Map<String, String> of(Sandbox sandbox) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Setting.AVEPOINT_BASE_URL.key(), sandbox.avePointBaseUrl());
        settings.put(Setting.AVEPOINT_TOKEN_URL.key(), sandbox.avePointTokenUrl());
        settings.put(Setting.AVEPOINT_CLIENT_ID.key(), sandbox.avePointClientId());
        settings.put(Setting.AVEPOINT_CLIENT_SECRET.key(), sandbox.avePointClientSecret());
        settings.put(Setting.C3_BASE_URL.key(), sandbox.c3BaseUrl());
        settings.put(Setting.C3_TOKEN_URL.key(), sandbox.c3TokenUrl());
        settings.put(Setting.C3_CLIENT_ID.key(), sandbox.c3ClientId());
        settings.put(Setting.C3_CLIENT_SECRET.key(), sandbox.c3ClientSecret());
        settings.put(Setting.C3_RESOURCE.key(), sandbox.c3Resource());
        return settings;
    }
}
