// Proposes the next update of the pinned images. LUCID_PINS_REGISTRY is the API to ask, by default that of Docker Hub;
// LUCID_PINS_FILE the source file with the pins.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import semver from "semver";
import { readChallenge } from "../src/adapters/registry/token-store.ts";
import { acceptedManifests } from "../src/model/oci/manifest.ts";

const registry = process.env.LUCID_PINS_REGISTRY ?? "https://registry-1.docker.io";
const file = process.env.LUCID_PINS_FILE ?? path.join(import.meta.dirname, "../src/options/by-topic/setup.ts");

/** A pin is a comment with the tag, then the reference by digest. `form` gives the version of a release's tag. */
const pins = [
	{ repository: "moby/buildkit", form: /^v(\d+\.\d+\.\d+)$/ },
	{ repository: "tonistiigi/binfmt", form: /^qemu-v(\d+\.\d+\.\d+-\d+)$/ },
] as const;

let source = await readFile(file, "utf8");
for (const { repository, form } of pins) {
	const place = new RegExp(`// (\\S+)(\\s+default: "docker\\.io/${repository}@)(sha256:[0-9a-f]{64})"`);
	const [, tag = "", , digest] = place.exec(source) ?? [];
	if (digest === undefined) throw new Error(`${file} has no pin of ${repository}`);
	const newest = await newestRelease(repository, form);
	const now = await digestOf(repository, newest);
	if (newest === tag && now === digest) {
		console.log(`${repository} ${tag} is the newest release`);
		continue;
	}
	process.exitCode = 1;
	console.log(`${repository} ${tag} -> ${newest}@${now}`);
	source = source.replace(place, (_, __, middle) => `// ${newest}${middle}${now}"`);
}
if (process.argv.includes("--write")) {
	await writeFile(file, source);
	process.exitCode = 0;
}

/** The tag of the newest release: prereleases and variants (`-rootless`) have another form. */
async function newestRelease(repository: string, form: RegExp): Promise<string> {
	const tags: string[] = [];
	let next: string | undefined = `/v2/${repository}/tags/list?n=1000`;
	while (next !== undefined) {
		const page: Response = await call(repository, next, "GET");
		tags.push(...((await page.json()) as { readonly tags: readonly string[] }).tags);
		next = /<([^>]+)>;\s*rel="?next"?/.exec(page.headers.get("link") ?? "")?.[1];
	}
	// A number after the version counts builds of the same release.
	const versionOf = (tag: string) => semver.parse(form.exec(tag)?.[1]);
	const [newest] = tags.flatMap((tag) => versionOf(tag) ?? []).sort((a, b) => semver.rcompare(a, b));
	const tag = tags.find((name) => newest !== undefined && versionOf(name)?.compare(newest) === 0);
	if (tag === undefined) throw new Error(`${registry} lists no release of ${repository}`);
	return tag;
}

async function digestOf(repository: string, tag: string): Promise<string> {
	const response = await call(repository, `/v2/${repository}/manifests/${tag}`, "HEAD");
	const digest = response.headers.get("docker-content-digest");
	if (digest === null || !/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error(`no digest of ${repository}:${tag}`);
	return digest;
}

async function call(repository: string, where: string, method: "GET" | "HEAD"): Promise<Response> {
	const url = new URL(where, registry);
	const send = (headers: Readonly<Record<string, string>>) =>
		fetch(url, { method, headers: { accept: acceptedManifests, ...headers } });
	let response = await send({});
	const challenge = response.status === 401 ? readChallenge(response.headers.get("www-authenticate") ?? "") : undefined;
	if (challenge?.kind === "bearer") {
		const { realm, service = "" } = challenge;
		realm.search = new URLSearchParams({ service, scope: `repository:${repository}:pull` }).toString();
		const { token } = (await (await fetch(realm)).json()) as { readonly token: string };
		response = await send({ authorization: `Bearer ${token}` });
	}
	if (!response.ok) throw new Error(`${method} ${url}: ${response.status}`);
	return response;
}
