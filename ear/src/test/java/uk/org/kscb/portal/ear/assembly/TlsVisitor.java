package uk.org.kscb.portal.ear.assembly;

import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import uk.org.kscb.portal.ear.support.ProductionPortal;

/** A browser that takes the server's self-signed certificate and keeps cookies. */
final class TlsVisitor {
    private final UnaryOperator<String> address;
    private final List<String> cookiesSet = new ArrayList<>();
    private final HttpClient client;

    TlsVisitor(ProductionPortal portal) throws GeneralSecurityException {
        this(portal::tlsUrl);
    }

    /** @param address path to whole address */
    TlsVisitor(UnaryOperator<String> address) throws GeneralSecurityException {
        this.address = address;
        SSLContext anybody = SSLContext.getInstance("TLS");
        anybody.init(null, new TrustManager[] {new Anybody()}, null);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(anybody)
                .cookieHandler(new CookieManager())
                .build();
    }

    /** Every Set-Cookie header so far. */
    List<String> cookiesSet() {
        return List.copyOf(cookiesSet);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address.apply(path))));
    }

    HttpResponse<String> post(String path, String form) throws Exception {
        String url = address.apply(path);
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", URI.create(url).resolve("/").toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** @return path of the page that follows */
    String signIn(String user, String password) throws Exception {
        String page = get("/sign-in").body();
        HttpResponse<String> answer = post(
                "/sign-in",
                "signIn=signIn&userName=" + encoded(user) + "&password=" + encoded(password)
                        + "&go=Sign+in&jakarta.faces.ViewState=" + encoded(viewState(page)));
        return answer.headers()
                .firstValue("Location")
                .map(l -> URI.create(l).getPath())
                .orElse("/sign-in");
    }

    static String viewState(String page) {
        Matcher state = Pattern.compile("jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        return state.find() ? state.group(1) : "stateless";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        cookiesSet.addAll(answer.headers().allValues("Set-Cookie"));
        return answer;
    }

    /** What matters here is what travels over TLS, not whose certificate it is. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
