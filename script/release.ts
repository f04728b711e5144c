// Checks a release, and makes it. Run by script/release.
import { execFile } from "node:child_process";
import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gitHubRepository, openGitHub } from "../src/adapters/github/client.ts";
import { formatProblem, UserError } from "../src/util/errors.ts";
import { checkRelease, type PushEvent } from "./releasing/check.ts";
import { publishRelease } from "./releasing/publish.ts";
import { listFile, writeReleasedCommits } from "./releasing/released-commits.ts";
import type { Clone } from "./releasing/repository.ts";

const { env } = process;
const folder = env.LUCID_RELEASE_FOLDER ?? path.join(import.meta.dirname, "..");

async function main([command, tag]: readonly string[]): Promise<void> {
	const { GITHUB_TOKEN: token } = env;
	const source = token ? withToken(token) : { folder };
	if (command === "commits") {
		console.log(`${listFile} has the commits of ${await writeReleasedCommits(source)} releases`);
		return;
	}
	if ((command !== "check" && command !== "publish") || tag === undefined)
		throw new UserError({ code: "release/usage", message: "script/release check|publish TAG, or commits" });
	const checked = await checkRelease(source, tag, await pushEvent());
	const { version, commit, notes } = checked;
	console.log(`${version.tag} is ${commit}, with ${notes.split("\n").length} lines of notes`);
	if (command === "check") {
		// What is committed has to be what the sources make, byte for byte; this builds it and compares.
		await promisify(execFile)(process.execPath, [path.join(folder, "script/build.ts"), "--check"], { cwd: folder });
		console.log("dist is what the sources make");
		return;
	}
	const repository = gitHubRepository(env);
	if (!token || repository === undefined)
		throw new UserError({ code: "release/usage", message: "publish needs GITHUB_TOKEN and GITHUB_REPOSITORY" });
	const github = await openGitHub(env, { token, effort: "patient" });
	const { url, release, major } = await publishRelease({ github, repository }, source, checked);
	const moved =
		major.kind === "moved"
			? `${version.majorTag} moved to ${commit}${major.from === undefined ? "" : ` from ${major.from}`}`
			: `${version.majorTag} stays: ${major.why}`;
	console.log(`release ${release}: ${url}\n${moved}`);
	if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, `### [${version.tag}](${url})\n\n${moved}\n`);
}

/** Credentials reach git by its environment: no argument and no file has them. */
function withToken(token: string): Clone {
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return {
		folder,
		env: {
			GIT_CONFIG_COUNT: "1",
			GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
			GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
		},
	};
}

async function pushEvent(): Promise<PushEvent | undefined> {
	if (env.GITHUB_EVENT_NAME !== "push" || !env.GITHUB_EVENT_PATH) return undefined;
	return JSON.parse(await readFile(env.GITHUB_EVENT_PATH, "utf8")) as PushEvent;
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	if (error instanceof UserError)
		for (const problem of error.problems) console.error(`error: ${formatProblem(problem)}`);
	else console.error(error instanceof Error && "stderr" in error ? String(error.stderr) : error);
	process.exitCode = 1;
}
