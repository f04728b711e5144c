import { rm } from "node:fs/promises";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import type { LintResult } from "../../src/model/documents/lint.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { lint } from "../../src/stages/lint/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";

export interface Linter extends AsyncDisposable {
	readonly repo: Repo;
	/** Where it keeps its answers and documents. */
	readonly out: string;
	/**
	 * Lints as the command does. Queries package indexes only with `index-url`, and the engine only with
	 * `build-checks`.
	 */
	lint(raw?: RawValues): Promise<LintResult>;
	/** `severity rule file:line:column` of each finding. */
	found(raw?: RawValues): Promise<readonly string[]>;
}

/** A repository of these files, and a catalog of one service with the Dockerfile `Dockerfile` unless they hold one. */
export async function linterOf(files: Readonly<Record<string, string>>): Promise<Linter> {
	const catalog = "version: 1\nproject: test\nservices:\n  app: {}\n";
	const repo = await makeRepo({ "lucid.yml": catalog, ...files });
	const out = await temporaryFolder();
	const world: StageContext = {
		exec,
		docker: dockerWith(exec),
		env: { LUCID_CACHE: out },
		cwd: repo.root,
		progress: () => undefined,
		signal: new AbortController().signal,
		log: () => undefined,
		now: () => 0,
	};
	const run = (raw: RawValues = {}) => {
		const offline = raw["index-url"] === undefined;
		return lint(parseOptions({ out, offline, "build-checks": "off", ...raw }, world), world);
	};
	return {
		repo,
		out,
		lint: run,
		async found(raw) {
			const { findings } = await run(raw);
			return findings.map(
				({ severity, code, at }) => `${severity} ${code} ${[at?.file, at?.line, at?.column].filter(Boolean).join(":")}`,
			);
		},
		async [Symbol.asyncDispose]() {
			await repo[Symbol.asyncDispose]();
			await rm(out, { recursive: true, force: true });
		},
	};
}
