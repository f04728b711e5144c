import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type ExecResult, exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import { readTar } from "../dockerfile/tar.ts";
import { makeRepo, type Repo, temporaryFolder } from "./repo.ts";

const dist = path.join(import.meta.dirname, "../../dist/lucid.js");

/**
 * A repository and checkouts of it, all of which build into one namespace of the tests' registry by the bundle as it is
 * shipped. Gone at the end.
 */
export interface Checkouts extends AsyncDisposable {
	readonly repo: Repo;
	/** A path for another checkout. */
	place(name: string): string;
	/** Runs git in a folder. */
	git(cwd: string, ...args: readonly string[]): Promise<void>;
	lucid(cwd: string, stage: string, ...args: readonly string[]): Promise<ExecResult>;
	/** Builds, and gives the document; fails where the build does. */
	build(cwd: string, ...args: readonly string[]): Promise<BuildResult>;
}

export async function openCheckouts(name: string, files: Readonly<Record<string, string>>): Promise<Checkouts> {
	const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
	const prefix = `${host}/lucid-test/${name}-${randomBytes(4).toString("hex")}`;
	const repo = await makeRepo(files);
	const folder = await temporaryFolder();
	const place = (one: string) => path.join(folder, one);
	const lucid: Checkouts["lucid"] = (cwd, stage, ...args) => {
		const event = stage === "lint" ? [] : ["--event=push:main"];
		const shared = [`--registry=${prefix}`, `--out=${place("out")}`, "--json", ...event];
		return exec([process.execPath, dist, stage, ...args, ...shared], { cwd });
	};
	return {
		...{ repo, place, lucid },
		async git(cwd, ...args) {
			const { exitCode, stderr } = await exec(["git", "-c", "protocol.file.allow=always", ...args], { cwd });
			assert.equal(exitCode, 0, stderr);
		},
		async build(cwd, ...args) {
			const { exitCode, stdout, stderr } = await lucid(cwd, "build", ...args);
			assert.equal(exitCode, 0, stderr + stdout.slice(0, 2000));
			return JSON.parse(stdout) as BuildResult;
		},
		async [Symbol.asyncDispose]() {
			await repo[Symbol.asyncDispose]();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The files that an image's own layers bring: path -> kind, mode, owner, link and bytes, a line each. */
export async function filesIn({
	contentRef,
	platform,
}: BuildResult["images"][number]): Promise<ReadonlyMap<string, string>> {
	const registry = openRegistry();
	const facts = await registry.imageFacts(contentRef, platform);
	const repository = contentRef.slice(0, contentRef.lastIndexOf(":"));
	const layers = await Promise.all((facts?.layers ?? []).map(({ digest }) => registry.blob(repository, digest)));
	return new Map(layers.flatMap((layer) => [...readTar(gunzipSync(layer))]));
}
