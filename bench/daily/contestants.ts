import { writeFile } from "node:fs/promises";
import path from "node:path";
import { once } from "../measure.ts";
import {
	type BuildPush,
	bases,
	buildPush,
	type Contestant,
	cacheFrom,
	cacheTo,
	findBuildPush,
	ours,
	type Work,
} from "../peers/contestants.ts";
import type { Found } from "../peers/find.ts";
import { findSkaffold, pullBases, skaffold } from "../peers/skaffold.ts";
import { service } from "./service.ts";

/** One that takes part, or why it cannot. What `before` does is not counted. */
export type Entry =
	| { readonly name: string; readonly build: Contestant; readonly before?: () => Promise<void> }
	| { readonly name: string; readonly missing: string };

export const names = {
	smoke: "ours, with smoke",
	plain: "docker buildx build --push",
	bake: "docker buildx bake",
	buildPush: "docker/build-push-action",
	skaffold: "skaffold build",
} as const;

/** `lucid run` without smoke: what the others do. */
export const run: Contestant = async (work) => (await lucid(work, "run", "--smoke=off", "--no-require-smoke")).seconds;

/** `lucid run` as it is meant. What smoke says does not matter here, only that it says something. */
export const smoked: Contestant = async (work) => (await lucid(work, "run")).seconds;

async function lucid(work: Work, ...args: readonly string[]) {
	return ours(work, ...args, ...(work.cache === undefined ? [] : ["--cache-type=registry"]));
}

const tagOf = ({ registry, sha }: Work) => `${registry}/${service}:${sha.slice(0, 7)}`;
const output = "type=image,store=false,unpack=false,push=true";
const revision = "org.opencontainers.image.revision";

const plain: Contestant = async (work) => {
	const contexts = bases().map((base) => `--build-context=${base}`);
	const cache =
		work.cache === undefined ? [] : [`--cache-from=${cacheFrom(work.cache)}`, `--cache-to=${cacheTo(work.cache)}`];
	const how = ["--quiet", "--provenance=false", `--platform=${work.platform}`, `--output=${output}`];
	const named = [`--label=${revision}=${work.sha}`, `--tag=${tagOf(work)}`, `--file=${service}/Dockerfile`];
	const argv = ["buildx", "build", ...how, ...contexts, ...cache, ...named, "."];
	return (await once(["docker", ...argv], { cwd: work.root })).seconds;
};

const bake: Contestant = async (work) => {
	const file = path.join(work.out, "daily.json");
	const target = {
		...{ context: ".", dockerfile: `${service}/Dockerfile`, platforms: [work.platform], tags: [tagOf(work)] },
		...{ labels: { [revision]: work.sha }, attest: ["type=provenance,disabled=true"], output: [output] },
		contexts: Object.fromEntries(bases().map((base) => base.split(/=(.*)/s, 2))),
		...(work.cache !== undefined && {
			"cache-from": [cacheFrom(work.cache)],
			"cache-to": [cacheTo(work.cache)],
		}),
	};
	await writeFile(file, JSON.stringify({ target: { [service]: target } }));
	const argv = ["buildx", "bake", `--file=${file}`, "--progress=quiet", service];
	return (await once(["docker", ...argv], { cwd: work.root })).seconds;
};

/** Those whose turns are set beside ours, and those that are not there with the reason. */
export async function opponents(api: string, platform: string): Promise<readonly Entry[]> {
	return [
		{ name: names.plain, build: plain },
		{ name: names.bake, build: bake },
		action(await findBuildPush(), api),
		skaffoldEntry(await findSkaffold(), platform),
	];
}

function action(peers: Awaited<ReturnType<typeof findBuildPush>>, api: string): Entry {
	if ("kind" in peers) return { name: names.buildPush, missing: peers.why };
	const found: BuildPush = peers;
	return { name: names.buildPush, build: (work) => buildPush(found, work, api) };
}

function skaffoldEntry(found: Found, platform: string): Entry {
	if (found.kind === "missing") return { name: names.skaffold, missing: found.why };
	const memory = (work: Work) => path.join(work.out, `${work.registry.replaceAll("/", "-")}.cache`);
	return {
		name: names.skaffold,
		before: () => pullBases(platform),
		build: (work) => skaffold(found.folder, work, memory(work)),
	};
}
