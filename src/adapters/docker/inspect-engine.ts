import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import type { Exec } from "../process/exec.ts";
import { pluginVersion } from "./cli-plugin.ts";
import type { Docker } from "./docker.ts";
import {
	type Engine,
	type EngineRequirements,
	inspectBuilder,
	inspectEngine,
	readInfo,
	requireEngine,
} from "./engine.ts";
import { defaultEngineApi, type EngineApi } from "./engine-api.ts";

export interface InspectOptions {
	readonly docker: Docker;
	/** Undefined if only docker can reach the engine. */
	readonly api: EngineApi | undefined;
	readonly exec: Exec;
	readonly env: Env;
	readonly signal: AbortSignal;
	/** A buildx builder; by default the current one. */
	readonly builder?: string | undefined;
}

/**
 * Like {@link inspectEngine} for a third of its CPU time: uses the API, and only the plugins that are needed. Falls
 * back to docker if something is missing, which also reports why.
 */
async function inspectEngineByApi(
	needs: Pick<EngineRequirements, "build" | "smoke">,
	{ docker, api, exec, env, signal, builder }: InspectOptions,
): Promise<Engine> {
	const [info, buildx, compose, inspected] = await Promise.all([
		api && infoOf(api, signal),
		api && needs.build ? pluginVersion(exec, "buildx", env, signal) : "",
		api && needs.smoke ? pluginVersion(exec, "compose", env, signal) : "",
		api && needs.build ? inspectBuilder(docker, { signal, builder }) : undefined,
	]);
	signal.throwIfAborted();
	if (info === undefined || buildx === undefined || compose === undefined)
		return inspectEngine(docker, { signal, needs, ...defined({ builder }) });
	const plugins = defined({ buildx: buildx || undefined, compose: compose || undefined });
	return { ...readInfo(info, ""), ...plugins, ...defined({ builder: inspected }) };
}

/** Inspects the engine that docker would use. */
export async function inspectDefaultEngine(
	needs: Pick<EngineRequirements, "build" | "smoke">,
	options: Omit<InspectOptions, "api">,
): Promise<Engine> {
	return inspectEngineByApi(needs, { ...options, api: await defaultEngineApi(options.env) });
}

/** Checks what smoke needs: a daemon and Compose. Throws a UserError with all problems. */
export async function requireCompose(options: InspectOptions): Promise<void> {
	requireEngine(await inspectEngineByApi({ smoke: true }, options), { smoke: true });
}

async function infoOf(api: EngineApi, signal: AbortSignal): Promise<string | undefined> {
	// If it fails, docker is used, which reports why.
	const response = await api({ method: "GET", path: "/info", signal }).catch(() => undefined);
	return response?.status === 200 ? response.text : undefined;
}
