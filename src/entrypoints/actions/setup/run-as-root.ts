import { access, mkdir, mkdtemp, rm } from "node:fs/promises";
import { hostname, release, tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../adapters/docker/engine.ts";
import type { ExecResult } from "../../../adapters/process/exec.ts";
import { execLogged, execQuiet, lastErrorLine } from "../logged-exec.ts";
import { blobPath, type ImageLayout } from "./image-layout.ts";

/** What a command is to begin with to run as root on the engine's machine. */
export type RootCommand = readonly [] | readonly ["sudo", "-n"];

/** Undefined where the engine runs elsewhere (another machine, Docker Desktop's, a container), or where root wants a password. */
export async function rootOnEngineHost({ machine }: Engine): Promise<RootCommand | undefined> {
	if (process.platform !== "linux" || machine?.name !== hostname() || machine.kernel !== release()) return undefined;
	// systemd mounts it when it is first looked at; where nobody does, the image's program mounts it for itself.
	await access("/proc/sys/fs/binfmt_misc/status").catch(() => {});
	if (process.getuid?.() === 0) return [];
	const asked = await execQuiet(["sudo", "-n", "true"]).catch(() => undefined);
	return asked?.exitCode === 0 ? ["sudo", "-n"] : undefined;
}

/**
 * Runs an image's program as root: its files are laid into a folder, with the machine's own /proc where no other process sees it, and taken away afterwards.
 * Rejects where they cannot be unpacked.
 */
export async function runAsRoot(root: RootCommand, image: ImageLayout, args: readonly string[]): Promise<ExecResult> {
	const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), "lucid-rootfs-"));
	try {
		await unpack(image, folder);
		const inside = 'mount --rbind /proc "$0/proc" && exec env -i "$@"';
		const env = Object.entries({ PATH: usualPath, ...image.env }).map(([name, value]) => `${name}=${value}`);
		const program = ["chroot", folder, ...(image.entrypoint ?? []), ...args];
		const own = ["unshare", "--mount", "sh", "-c", inside, folder, ...env, ...program] as const;
		return await execLogged(root.length === 0 ? own : [...root, ...own]);
	} finally {
		await rm(folder, { recursive: true, force: true }).catch(() => {});
	}
}

/** Lays the layers over one another. What a later one takes away stays: nobody looks for it. */
async function unpack({ folder: from, layers }: ImageLayout, folder: string): Promise<void> {
	for (const { digest } of layers) {
		const way = [`--file=${join(from, blobPath(digest))}`, `--directory=${folder}`];
		const { exitCode, stderr } = await execLogged(["tar", "--extract", ...way, "--no-same-owner", "--exclude=.wh.*"]);
		if (exitCode !== 0) throw new Error(`tar failed: ${lastErrorLine(stderr)}`);
	}
	for (const needed of ["proc", "tmp"]) await mkdir(join(folder, needed), { recursive: true });
}

/** What an image has that names none. */
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
