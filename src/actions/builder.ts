import { randomBytes } from "node:crypto";
import { saveState } from "@actions/core";
import { type Problem, UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import { run } from "./show-exec.ts";

/** The runner's state that tells `post` which builder to remove. */
export const builderState = "builder";

/** What has to be known of the builder that is there. */
export interface CurrentBuilder {
	readonly driver: string;
	/** The engine keeps images in containerd: only then can its own builder push what we push. */
	readonly containerdStore: boolean;
}

/** Creates a builder if one is asked for, or if the one that is there cannot do the job. Answers its name. */
export async function createBuilder(current: CurrentBuilder, options: StageOptions): Promise<string | undefined> {
	const unfit = current.driver === "docker" && !current.containerdStore;
	const driver = options.driver === "auto" ? (unfit ? "docker-container" : undefined) : options.driver;
	if (driver === undefined) {
		console.log(`builder: the ${current.driver} driver that is there can do the job`);
		return undefined;
	}
	const name = `lucid-${randomBytes(4).toString("hex")}`;
	saveState(builderState, name);
	const { exitCode, stderr } = await run([
		"docker",
		"buildx",
		"create",
		`--name=${name}`,
		`--driver=${driver}`,
		...options.driverOpts.map((option) => `--driver-opt=${option}`),
		"--bootstrap",
		...(options.endpoint === undefined ? [] : ["--", options.endpoint]),
	]);
	if (exitCode !== 0)
		throw new UserError({
			code: "engine/builder",
			message: `a builder with the ${driver} driver cannot be created`,
			why: stderr.trim().split("\n").at(-1) ?? "",
			fix: "check driver, driver-opts and endpoint",
		});
	process.env.BUILDX_BUILDER = name;
	return name;
}

/** Never throws: `post` has more to do. */
export async function removeBuilder(name: string): Promise<void> {
	await run(["docker", "buildx", "rm", "--force", "--", name]).catch(() => undefined);
}

/** Registers QEMU for platforms that do not run yet. */
export async function emulate(platforms: readonly string[], options: StageOptions): Promise<void> {
	if (!options.emulate) throw new UserError(platforms.map(noPlatform));
	const architectures = platforms.map((platform) => platform.split("/")[1] ?? platform);
	const { exitCode, stderr } = await run([
		"docker",
		"run",
		"--privileged",
		"--rm",
		"--",
		options.binfmtImage,
		"--install",
		[...new Set(architectures)].join(","),
	]);
	if (exitCode !== 0)
		throw new UserError({
			code: "engine/emulation",
			message: `QEMU for ${platforms.join(", ")} cannot be registered`,
			why: stderr.trim().split("\n").at(-1) ?? "",
			fix: "run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner",
		});
}

export function noPlatform(platform: string): Problem {
	return {
		code: "engine/platform",
		message: `this machine does not build for ${platform}`,
		fix: "leave `emulate` on, run on a machine of that architecture, or install qemu-user-static with binfmt-support",
	};
}
