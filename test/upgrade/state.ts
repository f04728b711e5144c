import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import type { Registry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { SmokeResult } from "../../src/model/documents/smoke.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import { reservedForm } from "../../src/model/tags/reserved-tags.ts";
import type { Repo } from "../support/repo.ts";

/** What an earlier version of this program left in a registry, as `freeze.ts` took it down. */
export interface Frozen {
	/**
	 * The commits it published, in order; the repository of {@link firstCommit} and {@link secondCommit} has the same.
	 */
	readonly commits: readonly string[];
	/** Bytes in base64, by digest. */
	readonly blobs: Readonly<Record<string, string>>;
	/**
	 * By repository below the prefix: tag or digest -> bytes of the manifest in base64. Those that others name come
	 * first.
	 */
	readonly manifests: Readonly<Record<string, readonly (readonly [ref: string, mediaType: string, bytes: string])[]>>;
}

export const services = ["base", "api", "web"] as const;

/**
 * All three are FROM scratch in the end. `api` is a server whose VERSION is baked in; `web` does not change after the
 * first commit.
 */
export const firstCommit = {
	"lucid.yml": `version: 1
project: upgrade
defaults:
  policy: { verify: advisory }
  tags: ["type=sha,prefix=", "type=semver,pattern={{version}}"]
  floating: [latest, "type=semver,pattern={{major}}.{{minor}}"]
services:
  base: { context: base, policy: { smoke: "off" } }
  api: { context: api, ports: [8080], health: /health }
  web: { context: web, ports: ["8081:8081"], health: { tcp: 8081 } }
`,
	"base/Dockerfile": "FROM scratch\nCOPY lib/ /lib/\nUSER 65532:65532\n",
	"base/lib/a": "a\n",
	"api/Dockerfile": "FROM base\nARG VERSION\nENV API_VERSION=$VERSION\nCOPY a /a\n",
	"api/a": "a\n",
	"web/Dockerfile":
		"FROM scratch\nCOPY w /w\nARG VERSION\nLABEL org.opencontainers.image.version=$VERSION\nUSER 65532:65532\n",
	"web/w": "w\n",
} as const;
export const secondCommit = { "api/a": "changed\n" } as const;

/**
 * One run, in stages: the images cannot be started, so what smoke would find is written by hand. Gives each stage's
 * document and exit code.
 */
export async function runStages(bundle: string, repo: Repo, prefix: string, event: string) {
	const out = path.join(repo.root, ".git", "lucid-out");
	const stage = async (name: string) => {
		const argv = [process.execPath, bundle, name, `--registry=${prefix}`, `--out=${out}`, "--json", `--event=${event}`];
		const { exitCode, stdout, stderr } = await exec([...argv] as [string, ...string[]], { cwd: repo.root });
		if (stdout === "") throw new Error(`lucid ${name}: ${stderr}`);
		return { exitCode, document: JSON.parse(stdout) as unknown, stderr };
	};
	const built = await stage("build");
	const build = built.document as BuildResult;
	const plan = JSON.parse(await readFile(path.join(out, "plan.json"), "utf8")) as Plan;
	const rows = build.images.map(({ service, platform, digest = "", contentRef }) => {
		const checked = plan.services.find(({ name }) => name === service);
		const trial = checked === undefined ? {} : { trial: smokeCriteria(plan, checked).hash };
		const ref = `${contentRef}@${digest}`;
		return { ...({ service, platform, digest, ref, verdict: "healthy", probes: [] } as const), ...trial };
	});
	const { revision } = build;
	const smoke: SmokeResult = {
		...{ kind: "lucid.smoke", version: 1, revision, network: { name: "n" }, services: rows, durationMs: 0 },
	};
	await writeFile(path.join(out, "smoke.json"), JSON.stringify(smoke));
	return { built, published: await stage("publish") };
}

/** Puts a frozen state below a prefix of another registry. */
export async function thaw({ blobs, manifests }: Frozen, registry: Registry, prefix: string): Promise<void> {
	for (const [name, list] of Object.entries(manifests)) {
		const repository = `${prefix}/${name}`;
		const known = new Set(list.flatMap(([, , bytes]) => digestsIn(Buffer.from(bytes, "base64").toString())));
		for (const [digest, bytes] of Object.entries(blobs))
			if (known.has(digest)) await registry.putBlob(repository, Buffer.from(bytes, "base64"));
		for (const [ref, type, bytes] of list)
			await registry.putManifest(
				`${repository}${ref.startsWith("sha256:") ? "@" : ":"}${ref}`,
				Buffer.from(bytes, "base64"),
				type,
				reservedForm(ref)?.owner,
			);
	}
}

export const digestsIn = (text: string): readonly string[] => text.match(/sha256:[0-9a-f]{64}/g) ?? [];

export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
