import { exportVariable, setOutput } from "@actions/core";
import { canRun, type Engine, engineProblems, inspectEngine, requireEngine } from "../docker/engine.ts";
import { UserError } from "../errors.ts";
import { exitCodeOfError } from "../interface/exit-code.ts";
import { parseOptions, type StageOptions } from "../interface/values.ts";
import { createBuilder, emulate } from "./builder.ts";
import { annotateError, withoutCommands } from "./console.ts";
import { readInputs } from "./inputs.ts";
import { logIn } from "./login.ts";
import { quietDocker } from "./show-exec.ts";

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
	const before = await inspectEngine(quietDocker);
	console.log(inWords(before));
	const problems = engineProblems(before, { build: true, smoke: true });
	// A builder that cannot do the job is no problem yet: one is made.
	const unfit = problems.filter(({ code }) => mendable.has(code));
	if (problems.length > unfit.length) throw new UserError(problems);
	const foreign = options.platforms.filter((platform) => !canRun(before.builder?.platforms ?? [], platform));
	const emulated = options.emulate ? foreign : [];
	if (emulated.length > 0) await emulate(emulated, options);
	const created = await createBuilder(unfit[0], options);
	const builder = created === undefined ? {} : { builder: created };
	const after = await requireEngine(quietDocker, { build: true, smoke: true, platforms: options.platforms }, builder);
	return { created, builder: created ?? after.builder?.name ?? "", emulated, dockerConfig };
}

const mendable: ReadonlySet<string> = new Set(["engine/image-store", "engine/builder"]);

function inWords({ server, buildx, compose, builder }: Engine): string {
	const parts = [
		`Docker ${server ?? "does not answer"}`,
		`buildx ${buildx ?? "missing"}`,
		`Compose ${compose ?? "missing"}`,
		builder && `builder ${builder.name} (${builder.driver}) for ${builder.platforms.join(", ")}`,
	];
	return parts.filter(Boolean).join(", ");
}
