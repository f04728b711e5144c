import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FakeGitHub } from "../support/github/server.ts";
import { byName, standInArtifacts } from "./artifact-stand-ins.ts";
import { copySuite } from "./suite.ts";

/** What a user writes before the `@`. */
const repository = "lucid/build-action";
const ref = "v1";

/** Labels of runners that are this machine. */
const labels = ["ubuntu-24.04", "ubuntu-24.04-arm", "self-hosted"];

export interface Summary {
	readonly job: string;
	readonly text: string;
}

export interface Run {
	readonly exitCode: number | null;
	/** By name of the job: how it ended. A job that did not start is not in it. */
	readonly jobs: ReadonlyMap<string, string>;
	/** Of each step that wrote one, in order. */
	readonly summaries: readonly Summary[];
	/** What the steps printed. */
	readonly log: string;
}

export interface Event {
	/** `push`, `pull_request`, ... */
	readonly name: string;
	/** The event's payload, on top of what every event of this repository has. */
	readonly payload?: Readonly<Record<string, unknown>>;
	readonly env?: Readonly<Record<string, string>>;
	/** The repository's, besides its token. */
	readonly secrets?: Readonly<Record<string, string>>;
	/** Looked at again and again; when it holds, the run is ended as by Ctrl-C. */
	readonly cancelWhen?: () => Promise<boolean>;
}

/** Whose workflows these are: what GitHub's stand-in knows. */
export const caller = "octo/lucid";

/** A push to the branch that is shipped from. */
export const onMain = { name: "push", payload: { ref: "refs/heads/main" }, env: { GITHUB_REF: "refs/heads/main" } };

/** Names of the jobs that ran. */
export const jobsOf = ({ jobs }: Run): readonly string[] => [...jobs.keys()].toSorted();

export interface Act extends AsyncDisposable {
	/** Where kept artifacts lie, a folder each. */
	readonly artifacts: string;
	/** Runs a workflow of a repository, by the name of its file, as GitHub would on an event. */
	run(root: string, workflow: string, event: Event): Promise<Run>;
}

/**
 * The runner: nektos/act on this machine itself, with the actions of this repository as they are in the working tree,
 * and a GitHub to talk to. `edit` changes our workflows.
 */
export async function openAct(api: Pick<FakeGitHub, "env">, edit = (workflow: string) => workflow): Promise<Act> {
	const program = process.env.ACT;
	if (!program) throw new Error("ACT is not set: run this by script/e2e, which fetches it");
	const home = await mkdtemp(path.join(tmpdir(), "lucid-act-"));
	const registry = process.env.LUCID_REGISTRY ?? "";
	const suite = await copySuite(repository, ref, (text) =>
		edit(byName(text.replaceAll("default: ghcr.io", `default: ${registry}`))),
	);
	const folder = async (name: string) => {
		const made = path.join(home, name);
		await mkdir(made, { recursive: true });
		return made;
	};
	const artifacts = await folder("artifacts");
	const standIns = await standInArtifacts(await folder("stand-ins"));
	// The Node that GitHub gives to actions is the one that runs this.
	const search = `${path.dirname(process.execPath)}:${process.env.PATH ?? ""}`;
	const surroundings = { HOME: home, XDG_CONFIG_HOME: home, PATH: search };
	let runs = 0;
	const run: Act["run"] = async (root, workflow, { name, payload = {}, env = {}, secrets = {}, cancelWhen }) => {
		runs += 1;
		const file = path.join(home, `event-${runs}.json`);
		await writeFile(
			file,
			JSON.stringify({ repository: { name: "shop", full_name: caller, default_branch: "main" }, ...payload }),
		);
		const given = {
			...api.env,
			GITHUB_RUN_ID: String(1000 + runs),
			GITHUB_RUN_NUMBER: String(runs),
			GITHUB_ACTOR: "somebody",
			LUCID_ARTIFACTS: artifacts,
			...env,
		};
		const args = [
			...[
				name,
				"--json",
				"--quiet=false",
				"--workflows",
				path.join(root, ".github/workflows", workflow),
				"--eventpath",
				file,
			],
			...labels.map((label) => `--platform=${label}=-self-hosted`),
			`--local-repository=${repository}@${ref}=${suite.folder}`,
			...standIns,
			...[`--action-cache-path=${await folder("cache")}`, "--no-cache-server", "--concurrent-jobs=2", "--pull=false"],
			"--secret=GITHUB_TOKEN=ghs_good",
			...Object.keys(secrets).map((key) => `--secret=${key}`),
			...Object.entries(given).map(([key, value]) => `--env=${key}=${value}`),
		];
		// act takes the values of secrets that it is given by name alone from its environment.
		return collect([program, ...args], root, { ...surroundings, ...secrets }, cancelWhen);
	};
	return {
		artifacts,
		run,
		[Symbol.asyncDispose]: async () => {
			await suite[Symbol.asyncDispose]();
			await rm(home, { recursive: true, force: true });
		},
	};
}

interface Line {
	readonly msg?: string;
	readonly job?: string;
	readonly command?: string;
	readonly content?: string;
	readonly jobResult?: string;
	readonly stepResult?: string;
}

async function collect(
	[program, ...args]: readonly [string, ...string[]],
	cwd: string,
	env: Readonly<Record<string, string>>,
	cancelWhen: Event["cancelWhen"],
): Promise<Run> {
	const jobs = new Map<string, string>();
	const failed = new Set<string>();
	const summaries: Summary[] = [];
	let log = "";
	const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
	const read = (text: string) => {
		const line = parse(text);
		const { msg = "" } = line;
		// images/build/web (arm64)-2, padded: the name of the job is its last part, without its number among the matrix.
		const job = (line.job ?? "").trim().replace(/^.*\//, "").replace(/-\d+$/, "");
		if (line.command === "summary") summaries.push({ job, text: line.content ?? "" });
		if (line.stepResult === "failure") failed.add(job);
		// act keeps one result for all of a matrix: a job that succeeds after another failed is reported as failed. Its
		// steps have the true result.
		if (line.jobResult === "failure" && !failed.has(job)) jobs.set(job, "success");
		else if (line.jobResult !== undefined) jobs.set(job, line.jobResult);
		log += `${job}: ${msg.trimEnd()}\n`;
	};
	for (const stream of [child.stdout, child.stderr]) {
		let rest = "";
		stream.setEncoding("utf8").on("data", (chunk: string) => {
			const lines = (rest + chunk).split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) read(line);
		});
	}
	const ended = new AbortController();
	child.on("close", () => ended.abort());
	if (cancelWhen !== undefined) void cancel(child, cancelWhen, ended.signal);
	const exitCode = await new Promise<number | null>((resolve, reject) =>
		child.on("error", reject).on("close", resolve),
	);
	return { exitCode, jobs, summaries, log };
}

async function cancel(child: ChildProcess, when: () => Promise<boolean>, ended: AbortSignal): Promise<void> {
	while (!ended.aborted && !(await when())) await setTimeout(100, undefined, { signal: ended }).catch(() => {});
	if (!ended.aborted) child.kill("SIGINT");
}

function parse(text: string): Line {
	try {
		return JSON.parse(text) as Line;
	} catch {
		return { msg: text };
	}
}
