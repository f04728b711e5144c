import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { exec } from "../../src/adapters/process/exec.ts";

const root = join(import.meta.dirname, "../..");

interface ActionFile {
	readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
	readonly outputs?: Readonly<Record<string, unknown>>;
	readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

export interface StepResult {
	readonly exitCode: number | null;
	readonly log: string;
	readonly outputs: Readonly<Record<string, string>>;
	/** State for the step's `post`. */
	readonly state: Readonly<Record<string, string>>;
	/** Environment of later steps. */
	readonly env: Readonly<Record<string, string>>;
	readonly summary: string;
}

/** Gets the id of a step's process. */
type Started = (pid: number) => Promise<void>;

/** A job on a runner: a workspace, a temporary folder, and steps run the way GitHub's runner runs them. */
export interface Job extends AsyncDisposable {
	readonly temp: string;
	/**
	 * Runs an action: of this repository by its folder, any other by an absolute one. `inputs` override the defaults
	 * of its action.yml.
	 */
	step(
		action: string,
		inputs?: Readonly<Record<string, string>>,
		env?: Readonly<Record<string, string>>,
		started?: Started,
	): Promise<StepResult>;
	/** Runs its `post` with its state. */
	post(action: string, state: StepResult["state"], env?: Readonly<Record<string, string>>): Promise<StepResult>;
}

export async function openJob(workspace: string, baseEnv: Readonly<Record<string, string>> = {}): Promise<Job> {
	const temp = await mkdtemp(join(tmpdir(), "lucid-job-"));
	const runIn = async (
		action: string,
		which: "main" | "post",
		more: Readonly<Record<string, string>>,
		started?: Started,
	) => {
		const folder = resolve(root, action);
		const { runs } = await actionFile(action);
		const entry = which === "main" ? runs.main : runs.post;
		if (entry === undefined) throw new Error(`${action} has no ${which}`);
		const files = await mkdtemp(join(temp, "commands-"));
		const command = (name: string) => join(files, name);
		for (const name of ["output", "state", "env", "path", "summary"]) await writeFile(command(name), "");
		const env = {
			PATH: process.env.PATH ?? "",
			HOME: temp,
			CI: "true",
			GITHUB_ACTIONS: "true",
			GITHUB_WORKSPACE: workspace,
			GITHUB_EVENT_NAME: "push",
			GITHUB_REF: "refs/heads/main",
			RUNNER_TEMP: temp,
			GITHUB_OUTPUT: command("output"),
			GITHUB_STATE: command("state"),
			GITHUB_ENV: command("env"),
			GITHUB_PATH: command("path"),
			GITHUB_STEP_SUMMARY: command("summary"),
			...baseEnv,
			...more,
			// As actions/checkout does.
			GITHUB_SHA: await headOf(workspace),
		};
		const { exitCode, log } = await run(join(folder, entry), workspace, env, started);
		const read = async (name: string) => readFile(command(name), "utf8");
		return {
			exitCode,
			log,
			outputs: keyValues(await read("output")),
			state: keyValues(await read("state")),
			env: keyValues(await read("env")),
			summary: await read("summary"),
		};
	};
	return {
		temp,
		step: async (action, inputs = {}, env = {}, started) =>
			runIn(action, "main", { ...(await inputEnv(action, inputs)), ...env }, started),
		post: (action, state, env = {}) =>
			runIn(action, "post", {
				...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
				...env,
			}),
		[Symbol.asyncDispose]: () => rm(temp, { recursive: true, force: true }),
	};
}

async function headOf(workspace: string): Promise<string> {
	const { stdout } = await exec(["git", "rev-parse", "--verify", "--quiet", "HEAD"], { cwd: workspace });
	return stdout.trim();
}

export async function actionFile(action: string): Promise<ActionFile> {
	return parse(await readFile(resolve(root, action, "action.yml"), "utf8")) as ActionFile;
}

/**
 * All inputs as environment variables, upper case, with blanks; the given ones override defaults. Expressions are
 * not evaluated.
 */
async function inputEnv(action: string, given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
	const { inputs = {} } = await actionFile(action);
	for (const name of Object.keys(given)) if (!(name in inputs)) throw new Error(`${action} has no input ${name}`);
	return Object.fromEntries(
		Object.entries(inputs).map(([name, { default: value = "" }]) => [
			`INPUT_${name.toUpperCase()}`,
			given[name] ?? (value.includes("${{") ? "" : value),
		]),
	);
}

async function run(
	file: string,
	cwd: string,
	env: Record<string, string>,
	started?: Started,
): Promise<{ exitCode: number | null; log: string }> {
	await mkdir(cwd, { recursive: true });
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [file], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
		let log = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk: Buffer) => {
				log += chunk.toString();
			});
		child.on("close", (exitCode) => resolve({ exitCode, log }));
		if (child.pid !== undefined) started?.(child.pid).catch(reject);
	});
}

/** The format of file commands: `name=value`, or `name<<delimiter`, lines, delimiter. */
export function keyValues(text: string): Readonly<Record<string, string>> {
	const values: Record<string, string> = {};
	const lines = text.split("\n");
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
		if (heredoc?.[1] !== undefined) {
			const end = lines.indexOf(heredoc[2] ?? "", at + 1);
			values[heredoc[1]] = lines.slice(at + 1, end).join("\n");
			at = end;
		} else if (line.includes("=")) values[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
	}
	return values;
}
