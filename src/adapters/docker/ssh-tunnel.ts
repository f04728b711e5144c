import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Duplex, type Readable } from "node:stream";
import { sleep } from "../../util/clock.ts";
import { UserError } from "../../util/errors.ts";
import { tailOf } from "../process/exec.ts";
import type { PortAccess } from "./docker.ts";

/** One SSH connection to a machine, shared by all requests. */
export interface SshTunnel extends AsyncDisposable {
	/** DOCKER_HOST for the machine's engine. */
	readonly dockerHost: string;
	readonly reach: PortAccess;
}

interface Destination {
	/** `pi@raspberrypi`. */
	readonly name: string;
	readonly args: readonly string[];
	/** The engine's socket on that machine. */
	readonly socket: string;
}

/**
 * Parses `ssh://pi@raspberrypi:22`; a path is the engine's socket, for example of a rootless one. Undefined if it is
 * invalid or ssh could read a part as an option.
 */
export function parseSshAddress(address: string): Destination | undefined {
	const url = URL.parse(address);
	if (url === null) return undefined;
	const { protocol, username, password, hostname, port, pathname, search, hash } = url;
	const isPlain = (text: string) => /^[A-Za-z0-9_.:[\]%-]+$/.test(text) && !text.startsWith("-");
	if (protocol !== "ssh:" || password !== "" || search !== "" || hash !== "") return undefined;
	if (!isPlain(hostname) || (username !== "" && !isPlain(username))) return undefined;
	const host = hostname.replace(/^\[|\]$/g, "");
	return {
		name: username === "" ? host : `${username}@${host}`,
		args: [...(port === "" ? [] : ["-p", port]), ...(username === "" ? [] : ["-l", username]), "--", host],
		socket: pathname === "" || pathname === "/" ? "/var/run/docker.sock" : pathname,
	};
}

/** Timeout for the connection. */
const timeoutMs = 30_000;

/**
 * Opens one SSH connection for the engine's socket and its published ports. Nothing listens on a port here, and the
 * remote ports stay on loopback. ssh handles keys and known hosts and never prompts. Throws a UserError if it cannot
 * connect.
 */
export async function openSshTunnel(address: string, signal: AbortSignal): Promise<SshTunnel> {
	const destination = parseSshAddress(address);
	if (destination === undefined)
		throw new UserError({
			code: "options/value",
			message: `docker-host ${JSON.stringify(address)} is not an ssh address`,
			fix: "write, for example, ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22",
		});
	// A short name, because the path of a socket is limited to about 100 characters.
	const folder = await mkdtemp(path.join(tmpdir(), "lssh-"));
	const control = path.join(folder, "c");
	const local = path.join(folder, "d");
	const { name, socket, args } = destination;
	const keepAlive = ["-oServerAliveInterval=15", "-oServerAliveCountMax=4"];
	const options = ["-oBatchMode=yes", "-oControlPersist=no", "-oConnectTimeout=20", ...keepAlive];
	const masterArgs = ["-M", "-N", "-T", "-S", control, ...options, "-L", `${local}:${socket}`, ...args];
	const master = spawn("ssh", masterArgs, { stdio: ["ignore", "ignore", "pipe"] });
	const close = async () => {
		if (master.exitCode === null && master.signalCode === null && master.pid !== undefined) {
			master.kill("SIGTERM");
			await once(master, "close");
		}
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await untilConnected(master, name, [control, local], signal);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		dockerHost: `unix://${local}`,
		reach: {
			connect: async (port, stop) => forward(["-S", control, "-W", `127.0.0.1:${port}`, ...args], stop),
			...{ host: name, publishAddress: "127.0.0.1", isLocal: false },
		},
		[Symbol.asyncDispose]: close,
	};
}

/** ssh creates its sockets once it is connected. */
async function untilConnected(
	master: ChildProcessByStdio<null, null, Readable>,
	name: string,
	sockets: readonly string[],
	signal: AbortSignal,
): Promise<void> {
	const stderr = tailOf(master.stderr);
	let exit: string | undefined;
	master.on("error", (error) => {
		exit = error.message;
	});
	master.on("close", (code) => {
		exit ??= `ssh exited with ${code}`;
	});
	const start = performance.now();
	while (!sockets.every((file) => existsSync(file))) {
		signal.throwIfAborted();
		if (exit !== undefined || performance.now() - start > timeoutMs)
			throw new UserError({
				code: "engine/ssh",
				message: `ssh cannot connect to ${name}`,
				why: stderr().trim().split("\n").at(-1) || exit || `no response within ${timeoutMs / 1000} s`,
				fix: "make sure that `ssh` connects without a prompt: add the key to the agent and the machine to known_hosts",
			});
		await sleep(50);
	}
}

/** Forwards a port over the open connection, without a new handshake. Ends when the remote port closes. */
function forward(args: readonly string[], signal: AbortSignal): Duplex {
	const child = spawn("ssh", args, { stdio: ["pipe", "pipe", "ignore"], signal });
	const duplex = Duplex.from({ readable: child.stdout, writable: child.stdin });
	child.on("error", (error) => duplex.destroy(error));
	duplex.on("close", () => child.kill());
	return duplex;
}
