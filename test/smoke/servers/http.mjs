import { createServer } from "node:http";

createServer((request, response) => {
	response.statusCode = request.url === "/health" ? 200 : 404;
	response.end('{"status":"healthy"}');
}).listen(8080, "0.0.0.0");
