import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { openEngineApi } from "../../src/adapters/docker/engine-api.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { SmokedService, SmokeResult } from "../../src/model/documents/smoke.ts";
import type { Health, HealthTiming, Service } from "../../src/model/service/service.ts";
import { currentOwner } from "../../src/stages/smoke/engine/owner.ts";
import { type PushedImage, runSmoke, type SmokeInput } from "../../src/stages/smoke/run-smoke.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aHealth } from "./health.ts";

export const docker = dockerWith(exec);
/** Of the same engine. */
export const api = openEngineApi(process.env.DOCKER_HOST ?? "unix:///var/run/docker.sock", process.env);
export const platform = "linux/arm64";

export type Image = Omit<PushedImage, "service">;

/** The adversary image, and a folder to smoke it in. */
export interface Scene extends AsyncDisposable {
	readonly folder: string;
	/** The adversary, pushed. */
	readonly good: Image;
	/** Built for arm64, of the programs of `inside`. */
	push(
		name: string,
		options?: { readonly platform?: string; readonly inside?: string; readonly target?: string },
	): Promise<Image>;
	/** Smokes services whose images are all the one pushed as `adversary`, unless `images` names another. */
	play(services: readonly Service[], more?: Play): Promise<Played>;
}

export interface Play extends Partial<Omit<SmokeInput, "images">> {
	readonly selected?: readonly string[];
	readonly images?: Readonly<Record<string, Image>>;
}

export interface Played {
	readonly result: SmokeResult;
	readonly rows: Readonly<Record<string, SmokedService>>;
	readonly outDir: string;
}

export async function openScene(): Promise<Scene> {
	const registry = process.env.LUCID_REGISTRY;
	assert.ok(registry, "LUCID_REGISTRY is not set: run through script/test");
	const folder = await mkdtemp(join(tmpdir(), "smoke-test-"));
	const images = new Map<string, Promise<Image>>();

	const push: Scene["push"] = (name, { platform: claimed = platform, inside = claimed, target = "adversary" } = {}) => {
		const made = images.get(name) ?? build(name, claimed, inside, target);
		images.set(name, made);
		return made;
	};
	const build = async (name: string, claimed: string, inside: string, target: string): Promise<Image> => {
		const mirror = process.env.LUCID_MIRRORS === undefined ? "gcr.io" : `${registry}/gcr.io`;
		const ref = `${registry}/smoke-test/${name}`;
		const metadata = join(folder, `${name}.json`);
		const { exitCode, stderr } = await docker([
			...["buildx", "build", "--push", "--provenance=false", `--platform=${claimed}`, `--metadata-file=${metadata}`],
			...[`--build-arg=BASE=${mirror}/distroless/python3-debian12`, `--build-arg=INSIDE=${inside}`],
			...[`--tag=${ref}:test`, `--target=${target}`],
			fileURLToPath(new URL("adversary", import.meta.url)),
		]);
		assert.equal(exitCode, 0, stderr);
		const { "containerimage.digest": digest } = JSON.parse(await readFile(metadata, "utf8"));
		return { platform, ref: `${ref}:test`, digest };
	};

	const adversary = await push("adversary");
	return {
		...{ folder, push, good: adversary },
		play: async (services, { selected, images: own = {}, ...more } = {}) => {
			const plan: Plan = { ...aPlan(services), network: { name: "test-network", subnet: "172.29.0.0/16" } };
			const outDir = await mkdtemp(join(folder, "out-"));
			const result = await runSmoke({
				...{ plan, docker, api, progress: () => {}, outDir },
				images: (selected ?? services.map(({ name }) => name)).map((name) => ({
					service: name,
					...(own[name] ?? adversary),
				})),
				...more,
			});
			return { result, outDir, rows: Object.fromEntries(result.services.map((row) => [row.service, row])) };
		},
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
	};
}

/** A service that behaves by its name. */
export const behaving = (name: string, more: Partial<Service> = {}): Service =>
	aService({ name, env: { BEHAVIOUR: name }, health: aHealth(), ...more });

export const python = (code: string, timing: Partial<HealthTiming> = {}): Extract<Health, { kind: "command" }> => ({
	kind: "command",
	command: ["/usr/bin/python3.11", "-S", "-c", code],
	timing: { ...aHealth().timing, timeout: 60_000, ...timing },
});

/** Ids of containers and networks with a label. */
export async function onEngine(label: string): Promise<readonly string[]> {
	const containers = await docker(["ps", "--all", "--quiet", `--filter=label=${label}`]);
	const networks = await docker(["network", "ls", "--quiet", `--filter=label=${label}`]);
	return (containers.stdout + networks.stdout).split("\n").filter((id) => id !== "");
}

/** What runs of this process have left behind. */
export const leftovers = (): Promise<readonly string[]> => onEngine(`com.lucid.pid=${currentOwner("").pid}`);
