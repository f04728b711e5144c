import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";

const root = path.join(import.meta.dirname, "../..");
const lucid = [process.execPath, path.join(root, "dist/lucid.js")] as const;

let folder = "";
before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "lucid-test-"));
});
after(() => rm(folder, { recursive: true, force: true }));

async function printed(command: Parameters<typeof exec>[0], options: Parameters<typeof exec>[1] = {}): Promise<string> {
	const { exitCode, stdout, stderr } = await exec(command, options);
	assert.equal(exitCode, 0, stderr);
	return stdout;
}

async function scriptFor(shell: string): Promise<string> {
	const file = path.join(folder, shell);
	await writeFile(file, await printed([...lucid, "completion", shell]));
	return file;
}

/** zsh and fish are unpacked from Debian packages; bash is installed. */
const shells = async () => (await printed([path.join(root, "script/shells")])).trim();

/** The typed line, and the offered words. */
const cases: readonly (readonly [typed: string, offered: readonly string[]])[] = [
	["lucid pl", ["plan"]],
	["lucid run --cache-type g", ["gha"]],
	["lucid publish --allow-u", ["--allow-unordered"]],
	["lucid completion z", ["zsh"]],
	["lucid plan --cosign", []],
];

test("bash completes commands, options and their values", async () => {
	const file = await scriptFor("bash");
	for (const [typed, offered] of [...cases, ["lucid run --cache-type = re", ["registry"]] as const]) {
		const script = `source "$1"; read -ra COMP_WORDS <<<"$2"; COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _lucid; printf '%s\\n' "\${COMPREPLY[@]}"`;
		const words = (await printed(["bash", "-c", script, "bash", file, typed])).trim().split("\n").filter(Boolean);
		assert.deepEqual(words, offered, typed);
	}
});

test("fish completes the same, with descriptions", async () => {
	const [file, at] = await Promise.all([scriptFor("fish"), shells()]);
	const [library = ""] = globSync(path.join(at, "usr/lib/**/libpcre2-32.so.0"));
	const env = { PATH: process.env.PATH ?? "", HOME: folder, LD_LIBRARY_PATH: path.dirname(library) };
	const ask = `set -p fish_function_path ${path.join(at, "usr/share/fish/functions")}; source ${file}; complete -C`;
	const complete = async (typed: string) =>
		(await printed([path.join(at, "usr/bin/fish"), "--no-config", "-c", `${ask} '${typed}'`], { env })).trim();
	assert.match(await complete("lucid pl"), /^plan\t\S.+$/);
	assert.match(await complete("lucid publish --allow-u"), /^--allow-unordered\t\S.+$/);
	assert.match(await complete("lucid run --cache-type g"), /^gha\b.*$/);
	assert.match(await complete("lucid completion z"), /^zsh$/);
});

test("zsh completes them in a terminal", async () => {
	const [file, at] = await Promise.all([scriptFor("zsh"), shells()]);
	const functions = globSync(path.join(at, "usr/share/zsh/functions/**/")).join(" ");
	const [modules = ""] = globSync(path.join(at, "usr/lib/*/zsh/*/"));
	const start = [
		`module_path=(${modules}) fpath=(${functions}) PS1='READY>'`,
		`autoload -U compinit; compinit -u -D; source ${file}`,
		"bindkey '^I' complete-word",
	].join("; ");
	await writeFile(path.join(folder, ".zshrc"), `${start}\n`);
	for (const [typed, offered] of cases.filter(([, words]) => words.length > 0)) {
		// Tab completes the line, then it is printed from its start (Ctrl-A) to its end (Ctrl-E).
		const input = `${typed}\t\x01print -r -- "<\x05>"\nexit\n`;
		const zsh = path.join(at, "bin/zsh");
		const env = { PATH: process.env.PATH ?? "", HOME: folder, ZDOTDIR: folder, TERM: "dumb" };
		const shown = await printed(["python3", path.join(import.meta.dirname, "type-in.py"), zsh, "-i"], { env, input });
		const whole = `${typed.replace(/\S+$/, "")}${offered[0]}`;
		assert.match(shown, new RegExp(`^<${whole} ?>\\r?$`, "m"), shown);
	}
});

test("an unknown shell is an error that lists the choices", async () => {
	const { exitCode, stderr } = await exec([...lucid, "completion", "tcsh"]);
	assert.equal(exitCode, 2);
	assert.match(stderr, /Allowed choices are bash, zsh, fish/);
});
