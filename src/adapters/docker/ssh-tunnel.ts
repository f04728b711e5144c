import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../util/errors.ts";
import type { PortAccess } from "./docker.ts";

/** One connection to a machine, shared by all that goes there. */
export interface SshTunnel extends AsyncDisposable {
	/** Leads to the machine's engine: a value for DOCKER_HOST. */
	readonly dockerHost: string;
	readonly reach: PortAccess;
}

interface Destination {
	/** `pi@raspberrypi`. */
	readonly name: string;
	readonly args: readonly string[];
	/** The engine's socket over there. */
	readonly socket: string;
}

/**
 * Reads `ssh://pi@raspberrypi:22`; a path in it is the engine's socket, as for a rootless one. Undefined for what is no such address, or could be
 * taken for an option.
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

/** How long a machine may take to let us in. */
const patienceMs = 30_000;

/**
 * Opens one SSH connection, over which both the engine's socket and its published ports are reached: nothing listens on a port here, and the far
 * machine's ports stay on its loopback. Keys and known hosts are ssh's own business; it asks nobody. Throws a UserError when it does not get in.
 */
export async function openSshTunnel(address: string, signal: AbortSignal): Promise<SshTunnel> {
	const to = parseSshAddress(address);
	if (to === undefined)
		throw new UserError({
			code: "options/value",
			message: `docker-host ${JSON.stringify(address)} is not an address for ssh`,
			fix: "write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22",
		});
	// Short: the path of a socket has about a hundred characters.
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

/** Its sockets are there once it is in. */
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
		ended ??= `ssh ended with ${code}`;
	});
	const before = performance.now();
	for (;;) {
		signal.throwIfAborted();
		if (ended !== undefined || performance.now() - before > patienceMs)
			throw new UserError({
				code: "engine/ssh",
				message: `ssh does not get into ${name}`,
				why: said.trim().split("\n").at(-1) || ended || `no answer within ${patienceMs / 1000} s`,
				fix: "see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts",
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

/** A connection of the one that is open already: no new handshake. Ends when the far port does. */
function through(args: readonly string[], signal: AbortSignal): Duplex {
	const child = spawn("ssh", args, { stdio: ["pipe", "pipe", "ignore"], signal });
	const duplex = Duplex.from({ readable: child.stdout, writable: child.stdin });
	child.on("error", (error) => duplex.destroy(error));
	duplex.on("close", () => child.kill());
	return duplex;
}
