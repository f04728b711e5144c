import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveState } from "@actions/core";
import { exec } from "../../adapters/process/exec.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { parseJson, readObject } from "../../util/json.ts";
import { withCommands } from "./job-log.ts";

/** State for `post`: JSON of an `Agent`. */
export const sshAgentState = "ssh-agent";

interface Agent {
	readonly pid: number;
	/** Contains only the socket. */
	readonly folder: string;
}

/** The private keys in a text, in order. Throws a UserError `options/ssh-keys` that does not quote the text. */
export function parseSshKeys(text: string): readonly string[] {
	const form = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g;
	const keys = text.match(form) ?? [];
	if (keys.length > 0 && text.replace(form, "").trim() === "") return keys;
	throw new UserError({
		code: "options/ssh-keys",
		message: keys.length === 0 ? "ssh-keys contains no private key" : "ssh-keys contains other text than private keys",
		why: "a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",
		fix: "set the secret to the whole content of the key file, with its line breaks; put several keys below each other",
	});
}

/** Starts an SSH agent with these keys; `post` stops it. Throws a UserError if it cannot start or refuses a key. */
export async function startSshAgent(keys: readonly string[]): Promise<void> {
	// Not in the runner's temporary folder: a socket path has at most 107 bytes.
	const folder = await mkdtemp(join(tmpdir(), "lucid-agent-"));
	const socket = join(folder, "agent");
	const { exitCode, stdout, stderr } = await exec(["ssh-agent", "-s", "-a", socket]).catch(async (cause: Error) => {
		await rm(folder, { recursive: true, force: true });
		throw notStarted(cause.message, cause);
	});
	const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1]);
	if (exitCode !== 0 || !(pid > 1)) {
		await rm(folder, { recursive: true, force: true });
		throw notStarted(stderr.trim());
	}
	withCommands(() => saveState(sshAgentState, JSON.stringify({ pid, folder } satisfies Agent)));
	process.env.SSH_AUTH_SOCK = socket;
	const added = await Promise.all(keys.map((key, i) => addKey(key, `${i + 1} of ${keys.length}`)));
	const problems = added.filter((problem) => problem !== undefined);
	if (problems.length > 0) throw new UserError(problems);
	console.log(`SSH agent started with ${keys.length} ${keys.length === 1 ? "key" : "keys"}`);
}

/** Undefined if the agent accepts the key. */
async function addKey(key: string, which: string): Promise<Problem | undefined> {
	// OpenSSH refuses a key file without a final line end, and prompts for a passphrase if it can.
	const input = `${key.replaceAll("\r\n", "\n")}\n`;
	const env = { SSH_ASKPASS: "false", SSH_ASKPASS_REQUIRE: "force" };
	const { exitCode, stderr } = await exec(["ssh-add", "-q", "-"], { input, env });
	if (exitCode === 0) return undefined;
	return {
		code: "options/ssh-keys",
		message: `ssh-keys: ssh-add refuses key ${which}`,
		why: stderr.trim().split("\n").at(-1) ?? "",
		fix: "use a key without a passphrase, and set the secret to the whole content of its file",
	};
}

function notStarted(why: string, cause?: Error): UserError {
	const problem: Problem = {
		code: "engine/ssh-agent",
		message: "ssh-agent cannot be started",
		why,
		fix: "install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or remove ssh-keys",
	};
	return new UserError(problem, { cause });
}

/** Stops the agent and returns a message. Never throws, so that the rest of `post` runs too. */
export async function stopSshAgent(state: string): Promise<string> {
	const { pid, folder } = readObject(parseJson(state)) ?? {};
	if (typeof pid !== "number" || typeof folder !== "string") return "SSH agent not ended: its state is unreadable";
	try {
		process.kill(pid);
	} catch {
		// It has already exited.
	}
	await rm(folder, { recursive: true, force: true }).catch(() => {});
	return "SSH agent ended";
}
