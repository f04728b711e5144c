import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { copySuite } from "./suite.ts";

/** What a user writes before the `@`. */
const repository = "lucid/build-action";
const ref = "v1";

/** Labels of runners that are this machine. */
const labels = ["ubuntu-24.04", "ubuntu-24.04-arm", "self-hosted"];

/** GitHub's own action for artifacts cannot be fetched here. This keeps what it is given in a folder. */
const uploadArtifact = "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a";
const keeper = {
	"action.yml": `name: keep
inputs:
  name: { required: true }
  path: { required: true }
  overwrite: { required: false }
runs: { using: node24, main: keep.js }
`,
	"keep.js": `const { cpSync, mkdirSync } = require("node:fs");
const { basename, join } = require("node:path");
const folder = join(process.env.LUCID_ARTIFACTS, process.env.INPUT_NAME);
mkdirSync(folder, { recursive: true });
cpSync(process.env.INPUT_PATH, join(folder, basename(process.env.INPUT_PATH)));
`,
};

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
	/** Called with each line, and with what ends the run as Ctrl-C does. */
	readonly watch?: (line: string, interrupt: () => void) => void;
}

export interface Act extends AsyncDisposable {
	/** Where kept artifacts lie, a folder each. */
	readonly artifacts: string;
	/** Runs the workflow of a repository as GitHub would on an event. */
	run(root: string, workflow: string, event: Event): Promise<Run>;
}

/** The runner: nektos/act on this machine itself, with the actions of this repository as they are in the working tree. */
export async function openAct(): Promise<Act> {
	const program = process.env.ACT;
	if (!program) throw new Error("ACT is not set: run this by script/e2e, which fetches it");
	const home = await mkdtemp(path.join(tmpdir(), "lucid-act-"));
	const suite = await copySuite(repository, ref);
	const folder = async (name: string) => {
		const made = path.join(home, name);
		await mkdir(made, { recursive: true });
		return made;
	};
	const artifacts = await folder("artifacts");
	const kept = await folder("keeper");
	for (const [name, text] of Object.entries(keeper)) await writeFile(path.join(kept, name), text);
	let runs = 0;
	const run: Act["run"] = async (root, workflow, { name, payload = {}, env = {}, watch }) => {
		runs += 1;
		const file = path.join(home, `event-${runs}.json`);
		await writeFile(
			file,
			JSON.stringify({ repository: { name: "shop", full_name: "acme/shop", default_branch: "main" }, ...payload }),
		);
		const given = {
			GITHUB_REPOSITORY: "acme/shop",
			GITHUB_RUN_ID: String(1000 + runs),
			GITHUB_ACTOR: "somebody",
			LUCID_ARTIFACTS: artifacts,
			...env,
		};
		const args = [
			...[name, "--json", "--quiet=false", "--workflows", path.join(root, workflow), "--eventpath", file],
			...labels.map((label) => `--platform=${label}=-self-hosted`),
			`--local-repository=${repository}@${ref}=${suite.folder}`,
			`--local-repository=${uploadArtifact}=${kept}`,
			...[`--action-cache-path=${await folder("cache")}`, "--no-cache-server", "--concurrent-jobs=2", "--pull=false"],
			...Object.entries(given).map(([key, value]) => `--env=${key}=${value}`),
		];
		return collect(program, args, root, { HOME: home, XDG_CONFIG_HOME: home }, watch);
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
}

async function collect(
	program: string,
	args: readonly string[],
	cwd: string,
	env: Readonly<Record<string, string>>,
	watch: Event["watch"],
): Promise<Run> {
	const jobs = new Map<string, string>();
	const summaries: Summary[] = [];
	let log = "";
	const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
	const read = (text: string) => {
		const line = parse(text);
		const { job = "", msg = "" } = line;
		if (line.command === "summary") summaries.push({ job, text: line.content ?? "" });
		if (line.jobResult !== undefined) jobs.set(job, line.jobResult);
		log += `${job}: ${msg.trimEnd()}\n`;
		watch?.(msg, () => child.kill("SIGINT"));
	};
	for (const stream of [child.stdout, child.stderr]) {
		let rest = "";
		stream.setEncoding("utf8").on("data", (chunk: string) => {
			const lines = (rest + chunk).split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) read(line);
		});
	}
	const exitCode = await new Promise<number | null>((resolve, reject) =>
		child.on("error", reject).on("close", resolve),
	);
	return { exitCode, jobs, summaries, log };
}

function parse(text: string): Line {
	try {
		return JSON.parse(text) as Line;
	} catch {
		return { msg: text };
	}
}
