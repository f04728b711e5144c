import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";

/** An action's published bundle, and the run it is part of. */
export interface ActionRun {
	/** Folder with its action.yml and dist. */
	readonly folder: string;
	/** Working directory: the repository. */
	readonly cwd: string;
	readonly inputs: Readonly<Record<string, string>>;
	/** What the runner says of the workflow's run: GITHUB_SHA and the like. */
	readonly env: Readonly<Record<string, string>>;
}

export interface ActionResult {
	readonly outputs: Readonly<Record<string, string>>;
	readonly log: string;
}

interface Metadata {
	readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
	readonly runs: { readonly main: string; readonly post?: string };
}

/**
 * Runs an action as the runner does: its defaults and inputs as INPUT_*, the runner's files, `main`, then `post` with the state that `main` left.
 * Throws with its log when one of the two fails.
 */
export async function runAction({ folder, cwd, inputs, env }: ActionRun): Promise<ActionResult> {
	const { inputs: known, runs } = parse(await readFile(path.join(folder, "action.yml"), "utf8")) as Metadata;
	const temp = await mkdtemp(path.join(tmpdir(), "lucid-bench-action-"));
	try {
		const given = { ...defaults(known), ...inputs };
		const files = Object.fromEntries(
			["OUTPUT", "STATE", "ENV", "PATH", "STEP_SUMMARY"].map((name) => [`GITHUB_${name}`, path.join(temp, name)]),
		);
		for (const file of Object.values(files)) await writeFile(file, "");
		await mkdir(path.join(temp, "_temp"));
		const all = {
			...process.env,
			...env,
			...files,
			...inputVariables(given),
			RUNNER_TEMP: path.join(temp, "_temp"),
			RUNNER_TOOL_CACHE: path.join(temp, "_temp"),
			GITHUB_WORKSPACE: cwd,
		};
		let log = await node(path.join(folder, runs.main), cwd, all);
		const outputs = fileCommands(await readFile(path.join(temp, "OUTPUT"), "utf8"));
		if (runs.post !== undefined) {
			const state = fileCommands(await readFile(path.join(temp, "STATE"), "utf8"));
			const states = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
			log += await node(path.join(folder, runs.post), cwd, { ...all, ...states });
		}
		return { outputs, log };
	} finally {
		await rm(temp, { recursive: true, force: true });
	}
}

/** Defaults that are expressions are the runner's to fill in; the only one the peers have is the token. */
function defaults(known: Metadata["inputs"]): Record<string, string> {
	const filled: Record<string, string> = {};
	for (const [name, { default: value }] of Object.entries(known ?? {}))
		if (value !== undefined) filled[name] = value.includes("github.token") ? "no-token" : String(value);
	return filled;
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
	);
}

/** The runner's file format: `name=value`, or `name<<delimiter`, lines, `delimiter`. */
function fileCommands(text: string): Record<string, string> {
	const found: Record<string, string> = {};
	const lines = text.split("\n");
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i] ?? "";
		const long = /^([^=]+?)<<(.+)$/.exec(line);
		if (long) {
			const end = lines.indexOf(long[2] ?? "", i + 1);
			found[long[1] ?? ""] = lines.slice(i + 1, end).join("\n");
			i = end;
		} else if (line.includes("=")) found[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
	}
	return found;
}

async function node(script: string, cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
	const child = spawn(process.execPath, [script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
	const chunks: Buffer[] = [];
	child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
	child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on("error", reject);
		child.on("close", resolve);
	});
	const log = Buffer.concat(chunks).toString();
	if (code !== 0) throw new Error(`${script} ended with ${code}\n${log.slice(-3000)}`);
	return log;
}
