import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../util/errors.ts";
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
 * Parses `ssh://pi@raspberrypi:22`; a path is the engine's socket, for example of a rootless one. Undefined if invalid or
 * if ssh could read a part as an option.
 */
export function parseSshAddress(address: string): Destination | undefined {
	if (!URL.canParse(address)) return undefined;
	const { protocol, username, password, hostname, port, pathname, search, hash } = new URL(address);
	const plain = (text: string) => /^[A-Za-z0-9_.:[\]%-]+$/.test(text) && !text.startsWith("-");
	if (protocol !== "ssh:" || password !== "" || search !== "" || hash !== "") return undefined;
	if (!plain(hostname) || (username !== "" && !plain(username))) return undefined;
	const host = hostname.replace(/^\[|\]$/g, "");
	return {
		name: username === "" ? host : `${username}@${host}`,
		args: [...(port === "" ? [] : ["-p", port]), ...(username === "" ? [] : ["-l", username]), "--", host],
		socket: pathname === "" || pathname === "/" ? "/var/run/docker.sock" : pathname,
	};
}

/** Timeout for the connection. */
const patienceMs = 30_000;

/**
 * Opens one SSH connection for the engine's socket and its published ports. Nothing listens on a port here, and the remote
 * ports stay on loopback. ssh handles keys and known hosts and never prompts. Throws a UserError if it cannot connect.
 */
export async function openSshTunnel(address: string, signal: AbortSignal): Promise<SshTunnel> {
	const to = parseSshAddress(address);
	if (to === undefined)
		throw new UserError({
			code: "options/value",
			message: `docker-host ${JSON.stringify(address)} is not an ssh address`,
			fix: "write, for example, ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22",
		});
	// A short name, because the path of a socket is limited to about 100 characters.
	const folder = await mkdtemp(path.join(tmpdir(), "lssh-"));
	const control = path.join(folder, "c");
	const local = path.join(folder, "d");
	const options = [
		"BatchMode=yes",
		"ServerAliveInterval=15",
		"ServerAliveCountMax=4",
		"ControlPersist=no",
		"ConnectTimeout=20",
	];
	const master = spawn(
		"ssh",
		[
			"-M",
			"-N",
			"-T",
			"-S",
			control,
			...options.flatMap((one) => ["-o", one]),
			"-L",
			`${local}:${to.socket}`,
			...to.args,
		],
		{ stdio: ["ignore", "ignore", "pipe"] },
	);
	const close = async () => {
		if (master.exitCode === null && master.signalCode === null && master.pid !== undefined) {
			master.kill("SIGTERM");
			await once(master, "close");
		}
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await letIn(master, to.name, [control, local], signal);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		dockerHost: `unix://${local}`,
		reach: {
			connect: async (port, stop) => through(["-S", control, "-W", `127.0.0.1:${port}`, ...to.args], stop),
			...{ host: to.name, publishAddress: "127.0.0.1", isLocal: false },
		},
		[Symbol.asyncDispose]: close,
	};
}

/** ssh creates its sockets once it is connected. */
async function letIn(
	master: ChildProcess,
	name: string,
	sockets: readonly string[],
	signal: AbortSignal,
): Promise<void> {
	let said = "";
	let ended: string | undefined;
	master.stderr?.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString()).slice(-2_000);
	});
	master.on("error", (error) => {
		ended = error.message;
	});
	master.on("close", (code) => {
		ended ??= `ssh exited with ${code}`;
	});
	const before = performance.now();
	for (;;) {
		signal.throwIfAborted();
		if (ended !== undefined || performance.now() - before > patienceMs)
			throw new UserError({
				code: "engine/ssh",
				message: `ssh cannot connect to ${name}`,
				why: said.trim().split("\n").at(-1) || ended || `no answer within ${patienceMs / 1000} s`,
				fix: "make sure that `ssh` connects without a prompt: add the key to the agent and the machine to known_hosts",
			});
		const there = await Promise.all(
			sockets.map((file) =>
				access(file).then(
					() => true,
					() => false,
				),
			),
		);
		if (there.every(Boolean)) return;
		await sleep(50);
	}
}

/** Forwards a port over the open connection, without a new handshake. Ends when the remote port closes. */
function through(args: readonly string[], signal: AbortSignal): Duplex {
	const child = spawn("ssh", args, { stdio: ["pipe", "pipe", "ignore"], signal });
	const duplex = Duplex.from({ readable: child.stdout, writable: child.stdin });
	child.on("error", (error) => duplex.destroy(error));
	duplex.on("close", () => child.kill());
	return duplex;
}
