import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry, readMirrors } from "../../src/adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../src/model/documents/build.ts";
import type { Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import type { Service } from "../../src/model/service/service.ts";
import type { BuildInput, BuildOptions } from "../../src/stages/build/build-input.ts";
import { runBuild } from "../../src/stages/build/run-build.ts";
import { defined } from "../../src/util/defined.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { aService } from "../support/documents.ts";
import { makeRepo } from "../support/repo.ts";
import { anImage, aPlan } from "./support.ts";

export const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
export const registry = openRegistry({ mirrors: readMirrors([process.env.LUCID_MIRRORS ?? ""]) });
export const docker = dockerWith(exec);
export const python = "python:3.11-slim";
/** The environment with which a process finds the engine of the tests. */
export const engineVariables: Readonly<Record<string, string>> = Object.fromEntries(
	["DOCKER_HOST", "DOCKER_CONFIG", "LUCID_MIRRORS"].flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value] as const];
	}),
);

export interface Built {
	readonly result: BuildResult;
	readonly row: BuiltImage;
	readonly rows: readonly BuiltImage[];
	readonly events: readonly ProgressEvent[];
	/** Arguments of each docker call. */
	readonly calls: readonly (readonly string[])[];
}

export interface OneBuild {
	readonly files?: Readonly<Record<string, string>>;
	readonly service?: Partial<Service>;
	readonly image?: Partial<PlannedImage>;
	readonly platforms?: readonly string[];
	readonly options?: BuildOptions;
	readonly env?: Readonly<Record<string, string>>;
	readonly more?: Partial<BuildInput>;
	readonly tags?: Plan["tags"];
	/** Prepares the context folder. */
	readonly prepare?: (repo: Awaited<ReturnType<typeof makeRepo>>) => Promise<void>;
}

/** A unique name. */
export const freshName = () => `${host}/lucid-test/${randomBytes(6).toString("hex")}/one`;

/** Builds one service, `one`, on the real engine, in its own folder. */
export async function buildOne(dockerfile: string, given: OneBuild = {}): Promise<Built> {
	const { service: own, image, options, env = {}, files = {}, more, platforms = ["linux/arm64"] } = given;
	await using repo = await makeRepo({ "one/Dockerfile": dockerfile, "one/hello.txt": "hello\n", ...files });
	await repo.commit();
	await given.prepare?.(repo);
	const service = aService({ name: "one", image: freshName(), platforms, ...own });
	const bases = dockerfile.includes(python) ? [{ ref: python, pinned: (await registry.resolve(python)).pinned }] : [];
	const images = platforms.map((platform) => anImage(service, { platform, bases, ...image }));
	const events: ProgressEvent[] = [];
	const calls: (readonly string[])[] = [];
	const result = await runBuild({
		plan: aPlan([service], images, { ...defined({ tags: given.tags }) }),
		root: repo.root,
		docker: (args, call) => {
			calls.push(args);
			return docker(args, { ...call, env: { ...call?.env, ...env } });
		},
		registry,
		env,
		progress: (event) => events.push(event),
		signal: new AbortController().signal,
		now: () => performance.now(),
		...defined({ options }),
		...more,
	});
	const row = result.images[0] ?? assert.fail("no row");
	return { result, row, rows: result.images, events, calls };
}

/** Deletes the cache of the engine's builder. */
export async function prune(...more: readonly string[]): Promise<void> {
	const { exitCode, stderr } = await docker(["buildx", "prune", "--all", "--force", ...more]);
	assert.equal(exitCode, 0, stderr);
}
