import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { bundleAnnotation, bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { type RunStatement, readRunStatement } from "../../src/model/signing/run-statement.ts";
import { pulled, pushed } from "../github/payloads.ts";
import { makeRepo, type Repo, temporaryFolder } from "./repo.ts";
import type { Claims } from "./sigstore/claims.ts";
import { type PlayedSigstore, startSigstore } from "./sigstore/played-sigstore.ts";

const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");

export interface Outcome {
	readonly exitCode: number;
	readonly text: string;
}

/** One run of the workflow, for a push to main or a pull request. Each job has a folder for its own documents. */
export interface SignedRun {
	readonly revision: string;
	/** A document; of the job of the same name, unless another one is named. */
	read<T>(document: string, job?: string): Promise<T>;
	plan(...args: readonly string[]): Promise<Outcome>;
	build(): Promise<Outcome>;
	smoke(): Promise<Outcome>;
	sign(claims?: Claims): Promise<Outcome>;
	/** All stages in one job that may request an identity token. */
	run(args: readonly string[], claims?: Claims, env?: Readonly<Record<string, string>>): Promise<Outcome>;
	/** `registry`: the verdicts of smoke are those of the registry. */
	publish(verdicts?: "of this run" | "registry"): Promise<Outcome>;
	/** The `compose.yml` that publish wrote. */
	compose(): Promise<string>;
}

/** The jobs of build-signed.yml in lucid/lucid, as processes of their own. */
export interface SignedJobs extends AsyncDisposable {
	readonly shop: Repo;
	readonly sigstore: PlayedSigstore;
	/** Of every image: registry and a namespace of its own. */
	readonly namespace: string;
	readonly folder: string;
	/** Commits, pushes, and begins a run: of a push to main, or of pull request 7. */
	openRun(id: string, of?: "push" | "pull request"): Promise<SignedRun>;
	/** A command outside of GitHub. */
	lucid(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Outcome>;
}

/** The identity of the signing job. */
export const identity = { repository: "lucid/lucid", repository_id: "1296269", repository_owner: "lucid" };

// An image whose bases came from a mirror is not reused by others, so the tests' registry is named itself.
export function basesOf(host: string): string {
	return process.env.LUCID_MIRRORS ? `${host}/gcr.io` : "gcr.io";
}

/** `files` gets the registry's host and the namespace of the images. Only the job that signs gets an identity token. */
export async function openSignedJobs(
	files: (host: string, namespace: string) => Readonly<Record<string, string>>,
): Promise<SignedJobs> {
	const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
	const namespace = `${host}/lucid-test/sign-${randomBytes(4).toString("hex")}`;
	const sigstore = await startSigstore();
	const folder = await temporaryFolder();
	const shop = await makeRepo(files(host, namespace));
	await shop.git("init", "-q", "--bare", path.join(folder, "lucid/lucid"));
	await shop.git("config", `url.file://${folder}/.insteadOf`, "https://github.com/");
	await shop.git("remote", "add", "origin", "https://github.com/lucid/lucid");
	const start = async (
		name: string,
		args: readonly string[],
		env: Readonly<Record<string, string>>,
	): Promise<Outcome> => {
		const argv: [string, ...string[]] = [process.execPath, lucid, name, ...args];
		const settings = {
			LUCID_TRUSTED_ROOT: sigstore.trustedRoot,
			LUCID_MIRRORS: "",
			LUCID_CACHE: path.join(folder, "cache"),
		};
		const { exitCode, stdout, stderr } = await exec(argv, { cwd: shop.root, env: { ...settings, ...env } });
		return { exitCode, text: `${stdout}\n${stderr}` };
	};
	return {
		...{ shop, sigstore, namespace, folder },
		lucid: ([name = "", ...args], env = {}) => start(name, args, env),
		async openRun(id, of = "push") {
			const ref = of === "push" ? "refs/heads/main" : "refs/pull/7/merge";
			const base = (await shop.git("rev-parse", "--verify", "-q", "HEAD").catch(() => "")).trim();
			const revision = await shop.commit(ref);
			await shop.git("push", "-q", "origin", `+${revision}:${ref}`);
			const event = path.join(folder, `${id}.json`);
			const { env, payload } =
				of === "push"
					? pushed("main", ref, revision)
					: pulled("a pull request", { head: revision, merge: revision, base });
			const token = (claims: Claims) =>
				sigstore.env({ ...identity, ref, sha: revision, run_id: id, event_name: env.GITHUB_EVENT_NAME, ...claims });
			await writeFile(event, JSON.stringify(payload));
			const out = (job: string) => path.join(folder, id, job);
			const github = {
				...{ GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: "https://github.com", GITHUB_EVENT_PATH: event },
				...{ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: "1", RUNNER_ENVIRONMENT: "github-hosted" },
			};
			const job = async (name: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
				await mkdir(out(name), { recursive: true });
				return start(name, [`--out=${out(name)}`, ...args], { ...github, ...env, RUNNER_TEMP: out(name), ...more });
			};
			const plan = ["--plan", path.join(out("plan"), "plan.json")];
			const results = ["--build-results", out("build")];
			return {
				revision,
				read: async (document, of = document) =>
					JSON.parse(await readFile(path.join(out(of), `${document}.json`), "utf8")),
				compose: () => readFile(path.join(out("publish"), "compose.yml"), "utf8"),
				plan: (...args) => job("plan", ["--require-signed", ...args]),
				build: () => job("build", [...plan, "--require-signed"]),
				smoke: () => job("smoke", [...plan, ...results, "--require-signed"]),
				sign: (claims = {}) => job("sign", [...plan, ...results, "--smoke-results", out("smoke")], token(claims)),
				run: (args, claims = {}, more = {}) => job("run", args, { ...token(claims), ...more }),
				publish: (verdicts = "of this run") => {
					const smoke = verdicts === "registry" ? [] : ["--smoke-results", out("smoke")];
					return job("publish", [...plan, ...results, ...smoke, "--require-signed"]);
				},
			};
		},
		async [Symbol.asyncDispose]() {
			await shop[Symbol.asyncDispose]();
			await sigstore[Symbol.asyncDispose]();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

export const passes = ({ exitCode, text }: Outcome): void => assert.equal(exitCode, 0, text);

/** The bundles of an image, newest first. */
export async function bundlesOn(repository: string, digest: string): Promise<readonly Uint8Array[]> {
	const registry = openRegistry();
	const referrers = await registry.referrers(repository, digest, bundleType);
	return Promise.all(
		referrers.map(({ annotations = {} }) => registry.blob(repository, annotations[bundleAnnotation] ?? "")),
	);
}

/** What they state, regardless of who signed it. */
export async function statementsOn(repository: string, digest: string): Promise<readonly (RunStatement | undefined)[]> {
	return (await bundlesOn(repository, digest)).map((bytes) => {
		const { dsseEnvelope } = JSON.parse(new TextDecoder().decode(bytes)) as { dsseEnvelope: { payload: string } };
		return readRunStatement(Buffer.from(dsseEnvelope.payload, "base64"));
	});
}
