import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer as createPlainServer } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";

export interface SeenThere {
	readonly host: string;
	/** `GET /v2/a/manifests/b`. */
	readonly line: string;
	readonly authorization: string | undefined;
	readonly body: string;
}

export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

export interface Internet extends AsyncDisposable {
	/** What makes a process use it: a proxy, and the certificate authority of its hosts. */
	readonly env: Readonly<Record<"HTTPS_PROXY" | "NODE_EXTRA_CA_CERTS", string>>;
	readonly certificate: string;
	readonly seen: readonly SeenThere[];
}

/** Hosts with real names and TLS on one port of loopback, behind a proxy whose tunnels all lead there. */
export async function openInternet(
	names: readonly string[],
	answer: (request: SeenThere) => Answer,
): Promise<Internet> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-internet-"));
	const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
	const alternatives = names.map((name) => `DNS:${name}`).join(",");
	const made = await exec([
		"openssl",
		...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
		...["-keyout", key, "-out", cert, "-subj", "/CN=internet", "-addext", `subjectAltName=${alternatives}`],
	]);
	if (made.exitCode !== 0) throw new Error(made.stderr);
	const certificate = await readFile(cert, "utf8");
	const seen: SeenThere[] = [];
	const server = createServer({ key: await readFile(key), cert: certificate }, (request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk) => chunks.push(chunk));
		request.on("end", () => {
			const one = {
				host: request.headers.host ?? "",
				line: `${request.method} ${request.url}`,
				authorization: request.headers.authorization,
				body: Buffer.concat(chunks).toString(),
			};
			seen.push(one);
			const { status, headers = {}, body = "" } = answer(one);
			response.writeHead(status, { "content-length": String(Buffer.byteLength(body)), ...headers });
			response.end(request.method === "HEAD" ? undefined : body);
		});
	});
	const port = await listen(server);
	const proxy = createPlainServer();
	proxy.on("connect", (_, socket, head) => {
		const tunnel = connect(port, "127.0.0.1", () => {
			socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
			tunnel.write(head);
			tunnel.pipe(socket).pipe(tunnel);
		});
		tunnel.on("error", () => socket.destroy());
		socket.on("error", () => tunnel.destroy());
	});
	const proxyPort = await listen(proxy);
	return {
		env: { HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`, NODE_EXTRA_CA_CERTS: cert },
		certificate,
		seen,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			proxy.closeAllConnections();
			await Promise.all([server, proxy].map((one) => new Promise((done) => one.close(done))));
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function listen(server: Server | ReturnType<typeof createPlainServer>): Promise<number> {
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	return (server.address() as AddressInfo).port;
}
