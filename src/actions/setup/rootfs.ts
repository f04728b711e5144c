import { access, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { hostname, release, tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../docker/engine.ts";
import type { ExecResult } from "../../process/exec.ts";
import { quiet, run } from "../show-exec.ts";
import { blobFile, type Layout } from "./layout.ts";

/** What a command is to begin with to run as root on the engine's machine. */
export type Root = readonly [] | readonly ["sudo", "-n"];

/** An image's files in a folder, and how its program is started. */
export interface Unpacked extends AsyncDisposable {
	readonly folder: string;
	readonly env: readonly string[];
	readonly entrypoint: readonly string[];
}

/** Undefined where the engine runs elsewhere (another machine, Docker Desktop's, a container), or where root wants a password. */
export async function rootBesideEngine({ machine }: Engine): Promise<Root | undefined> {
	if (process.platform !== "linux" || machine?.name !== hostname() || machine.kernel !== release()) return undefined;
	// systemd mounts it when it is first looked at; where nobody does, the image's program mounts it for itself.
	await access("/proc/sys/fs/binfmt_misc/status").catch(() => {});
	if (process.getuid?.() === 0) return [];
	const asked = await quiet(["sudo", "-n", "true"]).catch(() => undefined);
	return asked?.exitCode === 0 ? ["sudo", "-n"] : undefined;
}

/** Lays the layers over one another. Rejects where one of them cannot be unpacked. */
export async function unpackedImage({ folder: from, config, layers }: Layout): Promise<Unpacked> {
	const { config: how = {} } = JSON.parse(await readFile(join(from, blobFile(config.digest)), "utf8")) as {
		readonly config?: { readonly Env?: readonly string[] | null; readonly Entrypoint?: readonly string[] | null };
	};
	const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), "lucid-rootfs-"));
	const dispose = () => rm(folder, { recursive: true, force: true }).catch(() => {});
	try {
		for (const { digest } of layers) {
			// What a later layer takes away stays: nobody looks for it.
			const way = [
				`--file=${join(from, blobFile(digest))}`,
				`--directory=${folder}`,
				"--no-same-owner",
				"--exclude=.wh.*",
			];
			const { exitCode, stderr } = await run(["tar", "--extract", ...way]);
			if (exitCode !== 0) throw new Error(`tar: ${stderr.trim().split("\n").at(-1)}`);
		}
		for (const needed of ["proc", "tmp"]) await mkdir(join(folder, needed), { recursive: true });
	} catch (error) {
		await dispose();
		throw error;
	}
	return { folder, env: how.Env ?? [], entrypoint: how.Entrypoint ?? [], [Symbol.asyncDispose]: dispose };
}

/** Runs its program as root in these files, with the machine's own /proc laid in where no other process sees it. */
export async function runAsRoot(root: Root, image: Unpacked, args: readonly string[]): Promise<ExecResult> {
	const { folder, env, entrypoint } = image;
	const inside = 'mount --rbind /proc "$0/proc" && exec env -i "$@"';
	const program = [folder, `PATH=${usualPath}`, ...env, "chroot", folder, ...entrypoint, ...args];
	const own = ["unshare", "--mount", "sh", "-c", inside, ...program] as const;
	return run(root.length === 0 ? own : [...root, ...own]);
}

/** What an image has that names none. */
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
