import { statfs } from "node:fs/promises";
import path from "node:path";
import { canRun, type Engine, engineProblems, inspectEngine } from "../../adapters/docker/engine.ts";
import type { DoctorCheck, DoctorResult } from "../../model/documents/documents.ts";
import type { Catalog } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";
import { openCatalog } from "../shared/open-catalog.ts";
import { checkRegistries } from "./check-registries.ts";

/** Time for the engine to respond. Milliseconds. */
const timeoutMs = 20_000;

/** Checks everything that a run needs. Changes nothing, and does not throw for a failed check. */
export async function doctor(options: StageOptions, context: StageContext): Promise<DoctorResult> {
	const catalog = await readCatalog(options, context);
	const platforms = [
		...new Set("services" in catalog ? catalog.services.flatMap((service) => service.platforms) : ["linux/arm64"]),
	];
	const [git, engine] = await Promise.all([gitCheck(options, context), inspectWithTimeout(options, context)]);
	const [registries, disk] = await Promise.all([
		"services" in catalog ? checkRegistries(catalog, options, context) : [],
		diskCheck(engine.root, options.minDisk, context),
	]);
	const catalogRow = "services" in catalog ? catalogCheck(catalog, options) : catalog;
	const checks = [nodeCheck(), git, ...engineChecks(engine.engine, platforms), catalogRow, ...registries, disk];
	return { kind: "lucid.doctor", version: 1, checks };
}

const good = (id: string, found: string): DoctorCheck => ({ id, state: "good", found });
const skipped = (id: string, found: string): DoctorCheck => ({ id, state: "skipped", found });
const failed = (
	id: string,
	{ message, why, fix }: Omit<Problem, "code">,
	state: "failed" | "warning" = "failed",
): DoctorCheck => ({
	...{ id, state, found: message },
	...defined({ why, fix }),
});

function nodeCheck(): DoctorCheck {
	const { node } = process.versions;
	if (Number.parseInt(node, 10) >= 24) return good("node", `Node ${node}`);
	return failed("node", {
		message: `Node ${node} is too old`,
		fix: "install Node 24 or newer (https://nodejs.org)",
	});
}

async function gitCheck({ catalog }: StageOptions, { exec, cwd, signal }: StageContext): Promise<DoctorCheck> {
	const at = { cwd: path.dirname(path.resolve(cwd, catalog)), signal };
	const run = (args: readonly string[]) => exec(["git", "-c", "safe.directory=*", ...args], at).catch(() => undefined);
	const version = (await run(["--version"]))?.stdout.trim().replace(/^git version /, "");
	if (version === undefined)
		return failed("git", {
			message: "there is no git command",
			why: "image tags and dates come from commits",
			fix: "install the package git",
		});
	const shallow = await run(["rev-parse", "--is-shallow-repository"]);
	if (shallow?.exitCode !== 0)
		return failed(
			"git",
			{
				message: `git ${version}, but this folder is not a repository`,
				why: "without a commit, images get no tag with a commit",
				fix: "git init && git add . && git commit",
			},
			"warning",
		);
	if (shallow.stdout.trim() === "true")
		return failed(
			"git",
			{
				message: `git ${version}, but the clone is shallow`,
				why: "the newer of two commits is not always known",
				fix: "run git fetch --unshallow; in a workflow, set fetch-depth: 0",
			},
			"warning",
		);
	const head = await run(["rev-parse", "--verify", "--quiet", "HEAD"]);
	if (head?.exitCode === 0) return good("git", `git ${version}`);
	return failed(
		"git",
		{ message: `git ${version}, but there is no commit`, fix: "git add . && git commit" },
		"warning",
	);
}

interface EngineState {
	readonly engine: Engine;
	/** The engine's data folder, if known. */
	readonly root?: string;
}

async function inspectWithTimeout(options: StageOptions, { docker, signal }: StageContext): Promise<EngineState> {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
	const builder = options.builder === undefined ? {} : { builder: options.builder };
	try {
		const engine = await inspectEngine(docker, { ...builder, signal: limit });
		if (engine.server === undefined) return { engine };
		const info = await docker(["info", "--format", "{{.DockerRootDir}}"], { signal: limit }).catch(() => undefined);
		const root = info?.stdout.trim();
		return { engine, ...(root && { root }) };
	} catch (error) {
		signal.throwIfAborted();
		if (!limit.aborted) throw error;
		return { engine: { containerdStore: false, unreachable: `docker did not respond within ${timeoutMs / 1000} s` } };
	}
}

function engineChecks(engine: Engine, platforms: readonly string[]): readonly DoctorCheck[] {
	const [problem] = engineProblems(engine, {});
	const ids = ["image-store", "buildx", "compose", ...platforms.map((platform) => `platform:${platform}`)];
	if (problem !== undefined && engine.server === undefined)
		return [failed("engine", problem), ...ids.map((id) => skipped(id, "not checked without an engine"))];
	const building = engineProblems(engine, { build: true }).filter(({ code }) => code !== problem?.code);
	const check = (id: string, codes: RegExp, problems: readonly Problem[], found: string) => {
		const problem = problems.find(({ code }) => codes.test(code));
		return problem === undefined ? good(id, found) : failed(id, problem);
	};
	const { builder } = engine;
	const store = engine.containerdStore
		? "containerd image store"
		: `builder ${builder?.name} (${builder?.driver}) has its own store`;
	const smoking = engineProblems(engine, { smoke: true });
	return [
		problem === undefined
			? good("engine", `Docker Engine ${engine.server}, ${engine.native}`)
			: failed("engine", problem),
		check("image-store", /image-store/, building, store),
		check("buildx", /buildx|builder/, building, `buildx ${engine.buildx}, builder ${builder?.name ?? "unknown"}`),
		check("compose", /compose/, smoking, `Compose ${engine.compose}`),
		...platforms.map((platform) => platformCheck(platform, engine)),
	];
}

function platformCheck(platform: string, engine: Engine): DoctorCheck {
	const id = `platform:${platform}`;
	const { native, builder } = engine;
	const runs = builder?.platforms.length ? builder.platforms : native === undefined ? [] : [native];
	if (canRun(runs, platform))
		return good(
			id,
			native !== undefined && canRun([native], platform) ? `${platform}, natively` : `${platform}, emulated`,
		);
	// Other problems of the engine have their own rows.
	const problem = engineProblems({ ...engine, server: engine.server ?? "999.0.0" }, { platforms: [platform] }).find(
		({ code }) => code === "engine/platform",
	);
	return problem === undefined ? skipped(id, "unknown without a working engine") : failed(id, problem);
}

async function readCatalog(options: StageOptions, context: StageContext): Promise<Catalog | DoctorCheck> {
	try {
		return await openCatalog(options, context);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const [first] = error.problems;
		if (first?.code === "catalog/unreadable")
			return {
				id: "catalog",
				state: "warning",
				found: `${options.catalog} does not exist`,
				fix: "run lucid init to create one; without it, doctor checks linux/arm64 and no registry",
			};
		const count = error.problems.length;
		return {
			id: "catalog",
			state: "failed",
			found: `${options.catalog} has ${count} mistake${count === 1 ? "" : "s"}`,
			...(first && { why: first.message }),
			fix: "run lucid lint to list them",
		};
	}
}

function catalogCheck({ services, planned }: Catalog, { catalog }: StageOptions): DoctorCheck {
	const broken = services.filter(({ problems }) => problems !== undefined);
	const found = `${catalog}: ${services.length} service${services.length === 1 ? "" : "s"}${planned.length > 0 ? `, ${planned.length} planned` : ""}`;
	if (broken.length === 0) return good("catalog", found);
	const why = `${broken.map(({ name }) => name).join(", ")} cannot be built`;
	return { id: "catalog", state: "failed", found, why, fix: "run lucid lint to see why" };
}

const gigabyte = 1e9;

async function diskCheck(root: string | undefined, minGb: number, { cwd }: StageContext): Promise<DoctorCheck> {
	// The files of an engine on another machine cannot be checked from here.
	const ofEngine = root === undefined ? undefined : await statfs(root).catch(() => undefined);
	const stats = ofEngine ?? (await statfs(cwd).catch(() => undefined));
	if (stats === undefined) return skipped("disk", "the free space is unknown here");
	const where = ofEngine === undefined ? cwd : (root ?? cwd);
	const free = (stats.bavail * stats.bsize) / gigabyte;
	const inodes = stats.files > 0 && stats.ffree / stats.files < 0.02;
	const found = `${free.toFixed(1)} GB free in ${where}`;
	if (free >= minGb && !inodes) return good("disk", found);
	const why = inodes ? "less than 2 % of the inodes are free" : `less than ${minGb} GB (--min-disk)`;
	const fix =
		"run docker system df to see what uses the space; docker builder prune and docker image prune --all free unused space";
	return { id: "disk", state: "failed", found, why, fix };
}
