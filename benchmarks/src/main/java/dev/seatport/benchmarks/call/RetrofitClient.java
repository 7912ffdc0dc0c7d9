package dev.seatport.benchmarks.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The same call with Retrofit, OkHttp and databind. */
final class RetrofitClient implements ClientUnderTest {
    private static final int KEEP_ALIVE_MINUTES = 5;
    private static final int PAGE_SIZE = 100;

    private final OkHttpClient http;
    private final Api api;

    /** Retrofit interface of the vendor. */
    interface Api {
        @POST("partner/external/v3/general/customers/{customer}/3rd-party-products/type/0/tenants/batch")
        Call<WireRow.Page> tenantSeats(
                @Path("customer") String customer,
                @Query("pageIndex") int pageIndex,
                @Query("pageSize") int pageSize,
                @Header("Accept") String accept,
                @Header("Authorization") String bearer,
                @Body Map<String, String> filter);
    }

    RetrofitClient(String url, int concurrency) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(concurrency);
        dispatcher.setMaxRequestsPerHost(concurrency);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(concurrency, KEEP_ALIVE_MINUTES, TimeUnit.MINUTES))
                .build();
        api = new Retrofit.Builder()
                .client(http)
                .baseUrl(url + "/")
                .addConverterFactory(JacksonConverterFactory.create(JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()))
                .build()
                .create(Api.class);
    }

    @Override
    public void call(ResultCallback callback) {
        api.tenantSeats("customer", 1, PAGE_SIZE, BenchmarkRequest.JSON, BenchmarkRequest.BEARER, Map.of())
                .enqueue(new Callback<>() {
                    @Override
                    public void onResponse(Call<WireRow.Page> call, Response<WireRow.Page> response) {
                        WireRow.Page page = response.body();
                        if (page == null) {
                            callback.failed(new IllegalStateException("HTTP " + response.code()));
                        } else {
                            page.reportTo(callback);
                        }
                    }

                    @Override
                    public void onFailure(Call<WireRow.Page> call, Throwable failure) {
                        callback.failed(failure);
                    }
                });
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
