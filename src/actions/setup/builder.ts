import { randomBytes } from "node:crypto";
import { saveState } from "@actions/core";
import { type Problem, UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import { run } from "./show-exec.ts";

/** The runner's state that tells `post` which builder to remove. */
export const builderState = "builder";

/** Creates a builder if one is asked for, or if the one that is there is unfit. Answers its name. */
export async function createBuilder(unfit: Problem | undefined, options: StageOptions): Promise<string | undefined> {
	if (options.driver === "auto" && unfit === undefined) return undefined;
	if (unfit !== undefined) console.log(`${unfit.message}: a builder is made for this job`);
	const driver = options.driver === "auto" ? "docker-container" : options.driver;
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

/** What came of it, in words; undefined for one that was never made. Never throws: `post` has more to do. */
export async function removeBuilder(name: string): Promise<string | undefined> {
	const ended = await run(["docker", "buildx", "rm", "--force", "--", name]).catch(() => undefined);
	if (ended?.exitCode === 0) return `builder ${name} removed`;
	return ended?.stderr.includes(`no builder "${name}" found`) ? undefined : `builder ${name} could not be removed`;
}

/** Registers QEMU for platforms that do not run yet. */
export async function emulate(platforms: readonly string[], options: StageOptions): Promise<void> {
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
