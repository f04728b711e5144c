import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Duplex } from "node:stream";
import ssh2 from "ssh2";

export interface SshMachine extends AsyncDisposable {
	/** `ssh://pi@127.0.0.1:40001`, with a path: the engine's socket. */
	readonly address: string;
	/** Folder for the front of PATH: its `ssh` knows this machine. */
	readonly bin: string;
	/** Requested sockets and ports. */
	readonly requests: readonly string[];
	/** How many connections it has had. */
	readonly logins: () => number;
}

/** Whichever end goes, the other one goes too, also in the middle of an answer. */
function join(near: Duplex, far: Duplex): void {
	far.on("error", () => near.destroy());
	near.on("error", () => far.destroy());
	near.on("close", () => far.destroy());
	near.pipe(far).pipe(near);
}

/** A machine that lets `pi` in by ssh, and leads on to its sockets and ports: this one's. */
export async function startSshMachine(socket: string): Promise<SshMachine> {
	const folder = await mkdtemp(path.join(tmpdir(), "ssh-machine-"));
	const { privateKey } = generateKeyPairSync("rsa", {
		...{ modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "pem" } },
		privateKeyEncoding: { type: "pkcs1", format: "pem" },
	});
	const requests: string[] = [];
	let logins = 0;
	const clients = new Set<ssh2.Connection>();
	const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
		clients.add(client);
		client.on("authentication", (request) => (request.username === "pi" ? request.accept() : request.reject()));
		client.on("ready", () => {
			logins += 1;
		});
		client.on("tcpip", (accept, _, { destIP, destPort }) => {
			requests.push(`${destIP}:${destPort}`);
			join(accept(), connect(destPort, destIP));
		});
		client.on("openssh.streamlocal", (accept, _, { socketPath }) => {
			requests.push(socketPath);
			join(accept(), connect(socketPath));
		});
		client.on("error", () => {});
		client.on("close", () => clients.delete(client));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const config = path.join(folder, "config");
	await writeFile(config, "StrictHostKeyChecking no\nUserKnownHostsFile /dev/null\nLogLevel ERROR\n");
	const ssh = path.join(folder, "ssh");
	await writeFile(ssh, `#!/bin/sh\nPATH=\${PATH#*:} exec ssh -F ${config} "$@"\n`);
	await chmod(ssh, 0o755);
	return {
		...{ address: `ssh://pi@127.0.0.1:${port}${socket}`, bin: folder, requests, logins: () => logins },
		[Symbol.asyncDispose]: async () => {
			for (const client of clients) client.end();
			server.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
