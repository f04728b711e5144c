import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo, type Repo, temporaryFolder } from "./repo.ts";

const dist = path.join(import.meta.dirname, "../../dist/lucid.js");

/** A repository whose images go to the tests' registry, by the bundle as it is shipped. Gone at the end. */
export interface Shipped extends AsyncDisposable {
	readonly repo: Repo;
	/** Folder of the documents. */
	readonly out: string;
	/** Of every image: registry and a namespace of its own. */
	readonly prefix: string;
	/** Runs a stage as on a push to main, unless another event is among the arguments, and gives its document. */
	lucid<T>(stage: string, ...args: readonly string[]): Promise<T>;
	/** The same, however it ends. */
	ended<T>(stage: string, ...args: readonly string[]): Promise<{ exitCode: number; stderr: string; document: T }>;
}

export async function openShipped(name: string, files: Readonly<Record<string, string>>): Promise<Shipped> {
	const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
	const prefix = `${host}/lucid-test/${name}-${randomBytes(4).toString("hex")}`;
	const repo = await makeRepo(files);
	const out = await temporaryFolder();
	const run = async (stage: string, args: readonly string[]) => {
		const event = args.some((arg) => arg.startsWith("--event=")) ? [] : ["--event=push:main"];
		const shared = [`--registry=${prefix}`, `--out=${out}`, "--json", ...event];
		return exec([process.execPath, dist, stage, ...args, ...shared], { cwd: repo.root });
	};
	return {
		...{ repo, out, prefix },
		async lucid<T>(stage: string, ...args: readonly string[]): Promise<T> {
			const { exitCode, stdout, stderr } = await run(stage, args);
			assert.equal(exitCode, 0, `lucid ${stage} ${args.join(" ")}: ${stderr}${stdout.slice(0, 2000)}`);
			return JSON.parse(stdout) as T;
		},
		async ended<T>(stage: string, ...args: readonly string[]) {
			const { exitCode, stdout, stderr } = await run(stage, args);
			assert.notEqual(stdout, "", stderr);
			return { exitCode, stderr, document: JSON.parse(stdout) as T };
		},
		async [Symbol.asyncDispose]() {
			await repo[Symbol.asyncDispose]();
			await rm(out, { recursive: true, force: true });
		},
	};
}
