import { exportVariable, setOutput } from "@actions/core";
import { inspectEngine, requireEngine } from "../docker/engine.ts";
import { UserError } from "../errors.ts";
import { exitCodeOfError } from "../interface/exit-code.ts";
import { parseOptions, type StageOptions } from "../interface/values.ts";
import { createBuilder, emulate, noPlatform } from "./builder.ts";
import { annotateError, withoutCommands } from "./console.ts";
import { readInputs } from "./inputs.ts";
import { logIn } from "./login.ts";
import { shownDocker } from "./show-exec.ts";

/** What setup did, for its outputs and the environment of later steps. */
interface Done {
	/** Name of a builder that was created. */
	readonly created: string | undefined;
	readonly builder: string;
	readonly emulated: readonly string[];
	readonly dockerConfig: string | undefined;
}

/** Makes Docker ready for the wanted platforms, doing only what is not done yet. */
export async function setup(): Promise<void> {
	try {
		const options = parseOptions(readInputs("setup"), { env: process.env, cwd: process.cwd() });
		const { created, builder, emulated, dockerConfig } = await withoutCommands(() => prepare(options));
		if (created !== undefined) exportVariable("BUILDX_BUILDER", created);
		if (dockerConfig !== undefined) {
			exportVariable("DOCKER_CONFIG", dockerConfig);
			exportVariable("BUILDX_CONFIG", process.env.BUILDX_CONFIG ?? "");
		}
		setOutput("builder", builder);
		setOutput("emulated", emulated.join(","));
	} catch (error) {
		await annotateError(error);
		process.exitCode = exitCodeOfError(error);
	}
}

async function prepare(options: StageOptions): Promise<Done> {
	const dockerConfig = await logIn(options);
	const before = await inspectEngine(shownDocker);
	const lacking = (platforms: readonly string[]) => options.platforms.filter((one) => !platforms.includes(one));
	const emulated = lacking(before.platforms);
	if (emulated.length > 0) await emulate(emulated, options);
	const created = await createBuilder(before, options);
	const after = emulated.length > 0 || created !== undefined ? await inspectEngine(shownDocker) : before;
	const still = lacking(after.platforms);
	if (still.length > 0) throw new UserError(still.map(noPlatform));
	return { created, builder: created ?? after.builder, emulated, dockerConfig };
}
