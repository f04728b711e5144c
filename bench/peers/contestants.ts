import { writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { medianOf, once, settle } from "../measure.ts";
import { runAction } from "./action.ts";
import { type Found, findPeer } from "./find.ts";

/** A repository that is to be built, its commit, and where its images go. */
export interface Work {
	readonly root: string;
	readonly out: string;
	readonly services: readonly string[];
	readonly sha: string;
	/** Host and folder, a different one for each contestant. */
	readonly registry: string;
	/** What it is built for. */
	readonly platform?: string;
	/** A reference that layers are imported from and exported to. */
	readonly cache?: string;
}

/** One contestant: seconds of one turn. */
export type Contestant = (work: Work) => Promise<number>;

/**
 * A turn of one: what it is to build is made first, and the engine has come to rest. The median of `goes`: three for
 * what is done in a second or two.
 */
export function turnOf(name: string, contestant: Contestant, change: (name: string) => Promise<Work>, goes = 1) {
	return () =>
		medianOf(goes, async () => {
			const work = await change(name);
			await settle();
			return contestant(work);
		});
}

export const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");

/** Seconds of one `lucid` command, and what it printed. */
export async function ours(work: Work, ...args: readonly string[]) {
	return once(
		[process.execPath, lucid, ...args, `--registry=${work.registry}`, `--out=${work.out}`, "--event=push:main"],
		{ cwd: work.root },
	);
}

/** The definition that `lucid bake` prints for this commit, as a file: what it takes to make it is not counted. */
export async function definition(work: Work): Promise<string> {
	const file = path.join(work.out, "plain.json");
	const apart = path.join(work.out, "definition");
	await writeFile(file, (await ours({ ...work, out: apart }, "bake")).stdout);
	return file;
}

/** The name of a service's target in a definition. */
export async function targetOf(file: string, service: string): Promise<string> {
	const { target } = JSON.parse(await readFile(file, "utf8")) as { readonly target: Readonly<Record<string, unknown>> };
	const found = Object.keys(target).find((name) => name === service || name.startsWith(`${service}_`));
	if (found === undefined) throw new Error(`${service} is not among ${Object.keys(target).join(", ")}`);
	return found;
}

/** `docker buildx bake` of all services, or of some. */
export async function bake(work: Work, file: string, ...targets: readonly string[]) {
	return once(["docker", "buildx", "bake", `--file=${file}`, "--progress=quiet", ...targets], { cwd: work.root });
}

/** docker/bake-action with that definition: once for all services. */
export async function bakeAction(folder: string, work: Work, file: string, api: string): Promise<number> {
	const started = performance.now();
	await runAction({ folder, cwd: work.root, inputs: { files: file, source: "." }, env: runnerEnv(work, api) });
	return (performance.now() - started) / 1000;
}

/**
 * docker/metadata-action for the tags and labels, then docker/build-push-action: once for each service, one after
 * another, as the steps of a job each. What a job needs besides (a machine, a checkout, buildx) is not counted, and
 * neither a build record nor attestations are requested.
 */
export async function buildPush(peers: BuildPush, work: Work, api: string): Promise<number> {
	const env = runnerEnv(work, api);
	const started = performance.now();
	for (const service of work.services) {
		const meta = await runAction({
			folder: peers.metadata,
			cwd: work.root,
			inputs: { images: `${work.registry}/${service}`, tags: "type=sha,prefix=" },
			env,
		});
		const { tags = "", labels = "" } = meta;
		await runAction({
			folder: peers.buildPush,
			cwd: work.root,
			inputs: {
				context: ".",
				file: `${service}/Dockerfile`,
				platforms: work.platform ?? "linux/arm64",
				tags,
				labels,
				provenance: "false",
				outputs: "type=image,store=false,unpack=false,push=true",
				"build-contexts": bases().join("\n"),
				...(work.cache !== undefined && { "cache-from": cacheFrom(work.cache), "cache-to": cacheTo(work.cache) }),
			},
			env,
		});
	}
	return (performance.now() - started) / 1000;
}

export interface BuildPush {
	readonly metadata: string;
	readonly buildPush: string;
}

/** The two that go together, or why one of them is missing. */
export async function findBuildPush(): Promise<BuildPush | Extract<Found, { kind: "missing" }>> {
	const [metadata, buildPush] = await Promise.all([findPeer("metadata-action"), findPeer("build-push-action")]);
	if (metadata.kind === "missing") return metadata;
	if (buildPush.kind === "missing") return buildPush;
	return { metadata: metadata.folder, buildPush: buildPush.folder };
}

/** The environment that the runner gives to every action on a push to main. */
function runnerEnv({ root, out, sha }: Work, api: string): Record<string, string> {
	const event = path.join(out, "event.json");
	writeFileSync(
		event,
		JSON.stringify({ ref: "refs/heads/main", head_commit: { id: sha, timestamp: "2026-01-01T00:00:00Z" } }),
	);
	return {
		GITHUB_ACTIONS: "true",
		GITHUB_EVENT_NAME: "push",
		GITHUB_EVENT_PATH: event,
		GITHUB_REF: "refs/heads/main",
		GITHUB_SHA: sha,
		GITHUB_REPOSITORY: "lucid/bench",
		GITHUB_REPOSITORY_OWNER: "lucid",
		GITHUB_SERVER_URL: "https://github.com",
		GITHUB_API_URL: api,
		GITHUB_RUN_ID: "1",
		GITHUB_RUN_NUMBER: "1",
		GITHUB_RUN_ATTEMPT: "1",
		GITHUB_WORKFLOW: "bench",
		GITHUB_JOB: "bench",
		GITHUB_ACTOR: "bench",
		GITHUB_WORKSPACE: root,
		DOCKER_BUILD_SUMMARY: "false",
		DOCKER_BUILD_RECORD_UPLOAD: "false",
		DOCKER_BUILD_CHECKS_ANNOTATIONS: "false",
	};
}

/** Layers from a registry, and back to it, in BuildKit's words. */
export const cacheFrom = (ref: string) => `type=registry,ref=${ref}`;
export const cacheTo = (ref: string) => `${cacheFrom(ref)},mode=max`;

/** Where the bases come from when the public registries are out of reach, as named contexts: the same for everybody. */
export function bases(): readonly string[] {
	const mirrors = (process.env.LUCID_MIRRORS ?? "").split(",").filter(Boolean);
	const from = (host: string, name: string, image: string) =>
		mirrors
			.filter((mirror) => mirror.startsWith(`${host}=`))
			.map((mirror) => `${name}=docker-image://${mirror.slice(host.length + 1)}/${image}`);
	return [
		...from("docker.io", "python:3.11-slim", "library/python:3.11-slim"),
		...from("gcr.io", "gcr.io/distroless/python3-debian12", "distroless/python3-debian12"),
	];
}
