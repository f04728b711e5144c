import type { ExecResult } from "../../../adapters/process/exec.ts";
import { UserError } from "../../../util/errors.ts";
import { logTimed } from "../job-log.ts";
import { execLogged, lastErrorLine } from "../logged-exec.ts";
import { fetchImage, type ImageSources } from "./fetch-image.ts";
import type { ImageLayout } from "./image-layout.ts";
import {
	describeOrigin,
	type ImageOrigin,
	imageInEngine,
	loadIntoEngine,
	type ProvidedImage,
} from "./provide-image.ts";
import { type RootCommand, runAsRoot } from "./run-as-root.ts";

/**
 * Registers QEMU with the program of a binfmt image (tonistiigi/binfmt). Returns the image's origin. As root on the
 * engine's host it runs directly, which saves two seconds; otherwise in a privileged container.
 */
export async function registerQemu(
	platforms: readonly string[],
	ref: string,
	sources: ImageSources,
	root: RootCommand | undefined,
): Promise<ImageOrigin> {
	const architectures = [...new Set(platforms.map((platform) => platform.split("/")[1] ?? platform))];
	const args = ["--install", architectures.join(",")];
	const registered = () => `QEMU registered for ${platforms.join(", ")}`;
	const existing = await logTimed(
		"looking for the QEMU image",
		() => imageInEngine(ref),
		(image) => image && describeOrigin("binfmt", image.origin),
	);
	await using fetched = existing
		? undefined
		: await logTimed(
				"fetching the QEMU image",
				() => fetchImage(ref, sources),
				(image) => image && describeOrigin("binfmt", image.origin),
			);
	if (fetched !== undefined && root !== undefined) {
		const failed = await logTimed(
			"registering QEMU",
			() => registerHere(args, fetched.layout, root),
			(why) => (why === undefined ? registered() : `registering QEMU without a container failed: ${why}`),
		);
		if (failed === undefined) return fetched.origin;
	}
	const image =
		existing ??
		(await logTimed(
			"loading the QEMU image into the engine",
			() => loadIntoEngine(ref, fetched),
			({ origin }) => (origin === "pulled" ? describeOrigin("binfmt", origin) : undefined),
		));
	await logTimed("registering QEMU", () => registerInContainer(platforms, args, image), registered);
	return image.origin;
}

/** Returns the reason if it failed. */
async function registerHere(
	args: readonly string[],
	layout: ImageLayout,
	root: RootCommand,
): Promise<string | undefined> {
	try {
		return registerError(await runAsRoot(root, layout, args));
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

async function registerInContainer(
	platforms: readonly string[],
	args: readonly string[],
	{ name, origin }: ProvidedImage,
): Promise<void> {
	const pull = origin === "pulled" ? [] : ["--pull=never"];
	const failed = await execLogged(["docker", "run", "--privileged", "--rm", ...pull, "--", name, ...args]).then(
		registerError,
		(cause: Error) => cause.message,
	);
	if (failed !== undefined)
		throw new UserError({
			code: "engine/emulation",
			message: `QEMU for ${platforms.join(", ")} cannot be registered`,
			why: failed,
			fix: "use a runner of that architecture (ubuntu-24.04-arm), set another binfmt-image, or install qemu-user-static on the runner",
		});
}

/** Exits with 0 even if it fails: https://github.com/tonistiigi/binfmt/blob/master/cmd/binfmt/main.go */
function registerError({ exitCode, stderr }: ExecResult): string | undefined {
	if (exitCode !== 0) return lastErrorLine(stderr);
	const errors = /^(?:error: |installing: \S+ (?!OK$))(.*)$/gm;
	// An emulator that is already registered is good enough.
	return [...stderr.matchAll(errors)].map(([, why = ""]) => why).find((why) => !why.endsWith("already registered"));
}
