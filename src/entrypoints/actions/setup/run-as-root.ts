import { access, mkdir, mkdtemp, rm } from "node:fs/promises";
import { hostname, release, tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../adapters/docker/engine.ts";
import type { ExecResult } from "../../../adapters/process/exec.ts";
import { execLogged, execQuiet, lastErrorLine } from "../logged-exec.ts";
import { blobPath, type ImageLayout } from "./image-layout.ts";

/** Prefix of a command that runs as root on the engine's host. */
export type RootCommand = readonly [] | readonly ["sudo", "-n"];

/** Undefined if the engine runs elsewhere (another machine, Docker Desktop, a container) or root needs a password. */
export async function rootOnEngineHost({ machine }: Engine): Promise<RootCommand | undefined> {
	if (process.platform !== "linux" || machine?.name !== hostname() || machine.kernel !== release()) return undefined;
	// systemd mounts it on first access; without systemd, the image's program mounts it.
	await access("/proc/sys/fs/binfmt_misc/status").catch(() => {});
	if (process.getuid?.() === 0) return [];
	const sudo = await execQuiet(["sudo", "-n", "true"]).catch(() => undefined);
	return sudo?.exitCode === 0 ? ["sudo", "-n"] : undefined;
}

/** Runs an image's program as root, in a temporary root with the host's /proc. Rejects if unpacking fails. */
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

/** Unpacks the layers over one another. Whiteouts are ignored. */
async function unpack({ folder: from, layers }: ImageLayout, folder: string): Promise<void> {
	for (const { digest } of layers) {
		const way = [`--file=${join(from, blobPath(digest))}`, `--directory=${folder}`];
		const { exitCode, stderr } = await execLogged(["tar", "--extract", ...way, "--no-same-owner", "--exclude=.wh.*"]);
		if (exitCode !== 0) throw new Error(`tar failed: ${lastErrorLine(stderr)}`);
	}
	for (const needed of ["proc", "tmp"]) await mkdir(join(folder, needed), { recursive: true });
}

/** For images that set no PATH. */
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
