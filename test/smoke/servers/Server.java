import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public class Server {
	public static void main(String[] args) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
		server.createContext("/", exchange -> {
			byte[] body = "{\"status\":\"healthy\"}".getBytes();
			boolean known = exchange.getRequestURI().getPath().equals("/health");
			exchange.sendResponseHeaders(known ? 200 : 404, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
	}
}
