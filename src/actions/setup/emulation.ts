import { UserError } from "../../errors.ts";
import { run } from "../show-exec.ts";
import { causeIn } from "./cause.ts";
import type { Provided } from "./images.ts";

/** Registers QEMU for platforms that do not run yet. */
export async function emulate(platforms: readonly string[], { name, origin }: Provided): Promise<void> {
	const architectures = platforms.map((platform) => platform.split("/")[1] ?? platform);
	const { exitCode, stderr } = await run([
		"docker",
		"run",
		"--privileged",
		"--rm",
		...(origin === "pulled" ? [] : ["--pull=never"]),
		"--",
		name,
		"--install",
		[...new Set(architectures)].join(","),
	]).catch((cause: Error) => ({ exitCode: 1, stderr: cause.message }));
	if (exitCode !== 0)
		throw new UserError({
			code: "engine/emulation",
			message: `QEMU for ${platforms.join(", ")} cannot be registered`,
			why: causeIn(stderr),
			fix: "run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner",
		});
}
