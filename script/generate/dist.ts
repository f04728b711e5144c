import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import ncc from "@vercel/ncc";
import { type EntryName, entryNames } from "../../src/main.ts";
import { type CodeOwner, minifyBundle } from "./minify-bundle.ts";

/** The output folder of the compiler, ignored by git. `build/` is an action. */
export const emitted = ".cache/js";

/**
 * @actions/core includes an HTTP client for ID tokens, which nothing here uses. It is a quarter of what an entry
 * loads, so the bundle contains this instead.
 */
const oidc = {
	request: "./oidc-utils.js",
	file: "no-id-token.js",
	text: `export class OidcClient {
	static getIDToken() {
		throw new Error("this bundle does not support ID tokens")
	}
}
`,
};

/**
 * @sigstore/sign sends its three requests with make-fetch-happen, whose cache and agents are 0.8 MB. Node's fetch has
 * the same interface, except for these two details.
 */
const requests = {
	request: "make-fetch-happen",
	file: "fetch.js",
	text: `export const __esModule = true;
export default async (url, { method, headers, body, timeout }) => {
	const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeout) });
	response.buffer = async () => Buffer.from(await response.arrayBuffer());
	return response;
};
`,
};

export type Files = ReadonlyMap<string, string>;

/**
 * dist/: one bundle, split where code is imported lazily, and a short stub for each entry. A bundle per entry would
 * contain the same libraries seven times.
 */
export async function distFiles(root: string): Promise<Files> {
	await emit(root);
	// ncc cannot load TypeScript 7, so it reads the compiler's output.
	const { code, assets } = await ncc(join(root, emitted, "src/main.js"), {
		cache: false,
		minify: false,
		sourceMap: false,
		license: "licenses.txt",
		quiet: true,
		esm: true,
		target: "es2024",
		externals: {
			// WebAssembly for checksums that @actions/cache does not request: 5 % of dist. An import must replace it.
			"./crc64.js": "node:buffer",
			[oidc.request]: `./${oidc.file}`,
			[requests.request]: `./${requests.file}`,
		},
	});
	const files = new Map<string, string>([["dist/index.js", await minifyBundle(code, "ours")]]);
	for (const [name, { source }] of Object.entries(assets)) {
		const text = source.toString();
		files.set(`dist/${name}`, name.endsWith(".js") ? await minifyBundle(text, whose(text)) : licenceTexts(root, text));
	}
	for (const name of entryNames) files.set(`dist/${name}.js`, stub(name));
	for (const { request, file, text } of [oidc, requests]) {
		const isUsed = [...files.values()].some((one) => one.includes(`./${file}`));
		if (!isUsed) throw new Error(`no library imports ${request}: update its replacement`);
		files.set(`dist/${file}`, text);
	}
	files.set("dist/package.json", `${JSON.stringify({ type: "module" })}\n`);
	return files;
}

/** ncc writes package, licence and text in sequence. Each text is kept once, below all packages that use it. */
function licenceTexts(root: string, text: string): string {
	const packages = new Map<string, string[]>();
	const entries: string[][] = [];
	for (const line of text.split("\n")) {
		const isPackage =
			/^(?:@[\w.-]+\/)?[\w.-]+$/.test(line) && existsSync(join(root, "node_modules", line, "package.json"));
		if (isPackage) entries.push([]);
		entries.at(-1)?.push(line);
	}
	for (const [name = "", licence = "", ...rest] of entries) {
		const body = rest.join("\n").trim();
		packages.set(body, [...(packages.get(body) ?? []), `${name} (${licence})`]);
	}
	return [...packages].map(([body, names]) => `${names.join("\n")}\n\n${body}\n`).join(`\n${"-".repeat(80)}\n\n`);
}

/** A chunk without a module of ours contains libraries. */
function whose(chunk: string): CodeOwner {
	return chunk.includes(`MODULE: ./${emitted}/`) ? "ours" : "libraries";
}

/** script/check checks the types; this only strips them. */
async function emit(root: string): Promise<void> {
	await rm(join(root, emitted), { recursive: true, force: true });
	await promisify(execFile)(process.execPath, [
		join(root, "node_modules/typescript/bin/tsc"),
		"-p",
		root,
		"--noCheck",
		"--outDir",
		join(root, emitted),
	]);
}

/** Any Node may start the command; GitHub starts actions with the right one. */
function stub(name: EntryName): string {
	if (name !== "lucid") return `import { start } from "./index.js";\nawait start("${name}");\n`;
	return `#!/usr/bin/env node
if (Number.parseInt(process.versions.node, 10) < 24) {
	console.error(\`lucid needs Node 24 or newer; this is \${process.version}\`);
	process.exit(3);
}
const { start } = await import("./index.js");
await start("lucid");
`;
}
