import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** One start of a program. */
export interface Started {
	readonly program: string;
	readonly args: readonly string[];
	/** The bake definition that it was given. */
	readonly input: string;
}

/** Some processes that are watched. */
export interface Watch {
	/** What they get into their environment. */
	readonly env: Readonly<Record<string, string>>;
	/** What they have started. */
	started(): Promise<readonly Started[]>;
}

/** Programs that stand in front of the real ones on PATH, and write down how they were started. */
export interface Spy extends AsyncDisposable {
	watch(): Promise<Watch>;
}

/** What an engine says that can do everything; builds, starts and all else end well and do nothing. */
const info = {
	...{ ServerVersion: "28.5.2", OSType: "linux", Architecture: "aarch64", NCPU: 2, MemTotal: 8e9 },
	DriverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
	ClientInfo: {
		Version: "28.5.2",
		Plugins: [
			{ Name: "buildx", Version: "0.29.1" },
			{ Name: "compose", Version: "2.40.3" },
		],
	},
};
const builder = "Name: default\nDriver: docker\n\nNodes:\nName: default\nPlatforms: linux/arm64, linux/amd64\n";

// A shell's own words only: the arguments are data to it as to us.
const script = (real: string, says: string) => `#!/bin/sh
log=$SPY_LOG/$$
printf '%s\\0' "\${0##*/}" "$@" >"$log"
${real}
case "$*" in
*buildx*bake*) for arg; do case $arg in --file=*) cp "\${arg#--file=}" "$log.input" ;; esac; done ;;
info*) cat "$SPY_HOME/info.json" ;;
"buildx inspect"*) cat "$SPY_HOME/builder.txt" ;;
*) printf '%s' '${says}' && printf '%s' '${says}' >&2 ;;
esac
`;

/** `says`: what they print where they answer nothing; without single quotes. */
export async function openSpy(says = ""): Promise<Spy> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-spy-"));
	const bin = path.join(folder, "bin");
	await mkdir(bin);
	await writeFile(path.join(folder, "info.json"), JSON.stringify(info));
	await writeFile(path.join(folder, "builder.txt"), builder);
	const place = async (name: string, real: string) => {
		await writeFile(path.join(bin, name), script(real, says));
		await chmod(path.join(bin, name), 0o755);
	};
	for (const name of ["docker", "cosign", "ssh"]) await place(name, "");
	const usual = process.env.PATH ?? "";
	// Git is watched, and does its work.
	await place("git", `PATH=$SPY_PATH exec git "$@"`);
	return {
		async watch() {
			const log = await mkdtemp(path.join(folder, "log-"));
			return {
				env: { PATH: `${bin}:${usual}`, SPY_PATH: usual, SPY_LOG: log, SPY_HOME: folder },
				started: () => readStarts(log),
			};
		},
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
	};
}

async function readStarts(log: string): Promise<readonly Started[]> {
	const names = (await readdir(log)).filter((name) => !name.endsWith(".input"));
	return Promise.all(
		names.map(async (name) => {
			const [program = "", ...args] = (await readFile(path.join(log, name), "utf8")).split("\0").slice(0, -1);
			const input = await readFile(path.join(log, `${name}.input`), "utf8").catch(() => "");
			return { program, args, input };
		}),
	);
}

/**
 * The lines of a log that the runner would obey: those that start with `::`, or `##[` as of old, while commands are not
 * switched off.
 */
export function obeyed(log: string): readonly string[] {
	let token: string | undefined;
	return log.split("\n").filter((line) => {
		const stop = /^::stop-commands::(.+)$/.exec(line);
		if (token === undefined && stop) {
			token = stop[1];
			return false;
		}
		if (token !== undefined && line === `::${token}::`) {
			token = undefined;
			return false;
		}
		return token === undefined && /^\s*(::|##\[)/.test(line);
	});
}
