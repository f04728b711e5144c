import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * GitHub's own actions for artifacts and findings, and the installer of cosign, cannot be fetched here. These keep the
 * files that they are given in a folder, and give them to later jobs of the same run.
 */
const uploads = [
	"actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
	"actions/upload-artifact@v7",
	"github/codeql-action@v4",
];
const downloads = [
	"actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
	"actions/download-artifact@v8",
];
const installers = ["sigstore/cosign-installer@6f9f17788090df1f26f669e9d70d6ae9567deba6"];

/** The library with which actions/download-artifact itself matches names. */
const minimatch = fileURLToPath(import.meta.resolve("minimatch")).replace("/esm/", "/commonjs/");

const keepScript = `const { appendFileSync, cpSync, mkdirSync, rmSync } = require("node:fs");
const { basename, join } = require("node:path");
const { INPUT_NAME, INPUT_CATEGORY, INPUT_PATH, INPUT_SARIF_FILE, LUCID_ARTIFACTS, GITHUB_RUN_ID, GITHUB_OUTPUT } = process.env;
const run = join(LUCID_ARTIFACTS, "runs", GITHUB_RUN_ID);
// act has no strategy.job-index: each leg gets a number that is free.
const free = (name, index = 0) => {
	const [before, after] = name.split("--of-");
	if (after === undefined) return name;
	mkdirSync(run, { recursive: true });
	const given = before + "-" + index + "-of-" + after;
	try { mkdirSync(join(run, given)); return given; } catch { return free(name, index + 1); }
};
const name = free(INPUT_NAME || INPUT_CATEGORY);
const files = (INPUT_PATH || INPUT_SARIF_FILE).split("\\n").filter(Boolean);
for (const folder of [join(LUCID_ARTIFACTS, name), join(run, name)]) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const file of files) cpSync(file, join(folder, basename(file)));
}
if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, "artifact-id=1\\n");
`;

const getScript = `const { cpSync, existsSync, mkdirSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { minimatch } = require(${JSON.stringify(minimatch)});
const { INPUT_PATTERN, INPUT_PATH, LUCID_ARTIFACTS, GITHUB_RUN_ID } = process.env;
const run = join(LUCID_ARTIFACTS, "runs", GITHUB_RUN_ID);
const names = existsSync(run) ? readdirSync(run).filter((name) => minimatch(name, INPUT_PATTERN)) : [];
mkdirSync(INPUT_PATH, { recursive: true });
// As the real one: a single artifact gets no folder of its own.
for (const name of names) cpSync(join(run, name), names.length === 1 ? INPUT_PATH : join(INPUT_PATH, name), { recursive: true });
console.log("got " + names.join(", "));
`;

const files = {
	"keep/action.yml": `name: keep
inputs:
  name: { required: true }
  path: { required: true }
  overwrite: { required: false }
  retention-days: { required: false }
outputs:
  artifact-id: { description: id }
runs: { using: node24, main: keep.js }
`,
	"keep/upload-sarif/action.yml": `name: keep findings
inputs:
  sarif_file: { required: true }
  category: { required: true }
runs: { using: node24, main: ../keep.js }
`,
	"keep/keep.js": keepScript,
	"get/action.yml": `name: get
inputs:
  pattern: { required: true }
  path: { required: true }
runs: { using: node24, main: get.js }
`,
	"get/get.js": getScript,
	// The cosign in PATH is used.
	"install/action.yml": "name: install\nruns: { using: node24, main: install.js }\n",
	"install/install.js": "",
};

/** Writes the actions below a folder; returns act's arguments that take them instead of GitHub's. */
export async function standInArtifacts(folder: string): Promise<readonly string[]> {
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text);
	}
	const replaced = (actions: readonly string[], name: string) =>
		actions.map((action) => `--local-repository=${action}=${path.join(folder, name)}`);
	return [...replaced(uploads, "keep"), ...replaced(downloads, "get"), ...replaced(installers, "install")];
}

/**
 * act keeps one value of an output for all legs of a matrix. So build-signed.yml gets the results by their names here,
 * as build.yml does. test/github/signing-workflow.test.ts is about the ids.
 */
export const byName = (workflow: string): string =>
	workflow
		.replace(/^ {10}artifact-ids: (.*)$/gm, (_, ids: string) => {
			const jobs = [...ids.matchAll(/needs\.([\w-]+)\.outputs/g)].map(([, job]) => job);
			return `          pattern: lucid-@(${jobs.join("|")})-+([0-9])-of-\${{ inputs.report-name }}`;
		})
		.replace(/^( {6}- name: Get the results\n) {8}if: >-\n(?: {10}.*\n)+/gm, "$1");

/** Environment of the job `sign` on GitHub, and where its programs find Sigstore. */
export interface SigningEnvironment {
	readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
	readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
	readonly [name: string]: string;
}

/**
 * An edit for `openAct`: jobs with `id-token: write` get this environment, and no other job. act itself gives no
 * identity to any job.
 */
export const withIdentity =
	(env: SigningEnvironment) =>
	(workflow: string): string => {
		const lines = Object.entries(env).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`);
		return workflow.replace(/^ {4}permissions:\n(?: {6}.*\n)*? {6}id-token: write.*\n(?: {6}.*\n)*/gm, (permissions) =>
			[permissions, "    env:\n", ...lines].join(""),
		);
	};
