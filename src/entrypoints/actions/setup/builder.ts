import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveState } from "@actions/core";
import type { StageOptions } from "../../../options/parse-options.ts";
import type { Problem } from "../../../util/errors.ts";
import { UserError } from "../../../util/errors.ts";
import { withCommands } from "../job-log.ts";
import { execLogged, lastErrorLine } from "../logged-exec.ts";
import type { BuilderNode } from "./builder-nodes.ts";
import { type BuildkitMirror, buildkitdConfig } from "./buildkitd-config.ts";
import type { ProvidedImage } from "./provide-image.ts";

/** State for `post`: the builder to remove. */
export const builderState = "builder";

/** A builder to create for this job. */
export interface WantedBuilder {
	readonly driver: "docker-container" | "kubernetes" | "remote";
	/** Why the current builder is not used. */
	readonly why: string;
	/** Empty: one node, at `endpoint` or at the engine. */
	readonly nodes: readonly BuilderNode[];
}

/** The builder to create; undefined if the current one is sufficient and the options do not ask for another. */
export async function wantedBuilder(
	unfit: Problem | undefined,
	options: StageOptions,
): Promise<WantedBuilder | undefined> {
	const given = [
		options.driver !== "auto" && "driver",
		options.driverOpts.length > 0 && "driver-opts",
		options.endpoint !== undefined && "endpoint",
		options.nodes !== undefined && "nodes",
		options.buildkitdConfig !== undefined && "buildkitd-config",
		options.maxParallelism !== undefined && "max-parallelism",
	].filter((option) => option !== false);
	const nodes = options.nodes === undefined ? [] : (await import("./builder-nodes.ts")).parseNodes(options.nodes);
	refuseConflicts(options);
	if (given.length === 0 && unfit === undefined) return undefined;
	const driver = options.driver === "auto" ? "docker-container" : options.driver;
	return { driver, nodes, why: given.length > 0 ? `requested by ${given.join(", ")}` : (unfit?.message ?? "") };
}

function refuseConflicts({ nodes, endpoint, buildkitdConfig: config, maxParallelism, driver }: StageOptions): void {
	const problem = (message: string, fix: string) => new UserError({ code: "options/value", message, fix });
	if (nodes !== undefined && endpoint !== undefined)
		throw problem("nodes and endpoint are both set", "set the endpoint in one of the nodes");
	if (config !== undefined && maxParallelism !== undefined)
		throw problem("buildkitd-config and max-parallelism are both set", "write max-parallelism into the file");
	if (driver === "remote" && (config !== undefined || maxParallelism !== undefined))
		throw problem("a remote BuildKit has its own configuration", "remove buildkitd-config and max-parallelism");
	if (driver === "remote" && endpoint === undefined && nodes === undefined)
		throw problem("the remote driver needs an address", "set endpoint, such as tcp://buildkit:1234, or nodes");
}

/** Creates the builder and returns its name. The driver starts BuildKit from `image` if it is given. */
export async function createBuilder(
	wanted: WantedBuilder,
	options: StageOptions,
	image: ProvidedImage | undefined,
	mirrors: readonly BuildkitMirror[],
): Promise<string> {
	const name = `lucid-${randomBytes(4).toString("hex")}`;
	withCommands(() => saveState(builderState, name));
	const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), "lucid-builder-"));
	try {
		const config = await configFile(wanted, options, mirrors, folder);
		const nodes: readonly Partial<BuilderNode>[] = wanted.nodes.length > 0 ? wanted.nodes : [{}];
		for (const [at, node] of nodes.entries()) {
			const endpoint = node.endpoint ?? options.endpoint;
			const isLast = at === nodes.length - 1;
			const { exitCode, stderr } = await execLogged([
				"docker",
				...["buildx", "create", `--name=${name}`, `--driver=${wanted.driver}`],
				...(at === 0 ? [] : ["--append"]),
				...(node.name === undefined ? [] : [`--node=${node.name}`]),
				...(node.platforms === undefined ? [] : [`--platform=${node.platforms.join(",")}`]),
				...(image === undefined ? [] : [`--driver-opt=image=${image.name}`]),
				...[...options.driverOpts, ...(node["driver-opts"] ?? [])].map((option) => `--driver-opt=${option}`),
				...(node["buildkitd-flags"] === undefined ? [] : [`--buildkitd-flags=${node["buildkitd-flags"]}`]),
				...(config === undefined ? [] : [`--buildkitd-config=${config}`]),
				...(isLast ? ["--bootstrap"] : []),
				...(endpoint === undefined ? [] : ["--", endpoint]),
			]);
			if (exitCode !== 0)
				throw new UserError({
					code: "engine/builder",
					message: `a builder with the ${wanted.driver} driver cannot be created`,
					why: lastErrorLine(stderr),
					fix: "check driver, driver-opts, endpoint, nodes and buildkitd-config",
				});
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	process.env.BUILDX_BUILDER = name;
	return name;
}

/** The given file, or a generated one. A remote BuildKit has its own. */
async function configFile(
	{ driver }: WantedBuilder,
	options: StageOptions,
	mirrors: readonly BuildkitMirror[],
	folder: string,
): Promise<string | undefined> {
	if (options.buildkitdConfig !== undefined || driver === "remote") return options.buildkitdConfig;
	const text = buildkitdConfig(mirrors, options.maxParallelism);
	if (text === undefined) return undefined;
	console.log(text);
	const file = join(folder, "buildkitd.toml");
	await writeFile(file, text);
	return file;
}

/** Removes the builder. Returns a message; undefined if it does not exist. Never throws. */
export async function removeBuilder(name: string): Promise<string | undefined> {
	const result = await execLogged(["docker", "buildx", "rm", "--force", "--", name]).catch(() => undefined);
	if (result?.exitCode === 0) return `builder ${name} removed`;
	return result?.stderr.includes(`no builder "${name}" found`) ? undefined : `builder ${name} could not be removed`;
}
