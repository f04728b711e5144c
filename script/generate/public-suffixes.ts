import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { domainToASCII, pathToFileURL } from "node:url";
import { bitsOf } from "../../src/adapters/registry/public-suffix.ts";
import type { Files } from "./dist.ts";

/** With 8 bits per rule that are set, about one in 300 other domains counts as a rule. */
const bitsPerRule = 12;

/** The tree of tldts: the edges of node n are `edgeStart[n]` up to `edgeStart[n + 1]`, their labels in sequence. */
interface Tree {
	/** Not 0 if a rule ends at the node. */
	readonly nodeFlags: ArrayLike<number>;
	readonly edgeStart: ArrayLike<number>;
	readonly edgeChild: ArrayLike<number>;
	readonly edgeLength: ArrayLike<number>;
	readonly labelText: string;
	readonly rulesRoot: number;
}

/**
 * The public suffix list, from `tldts`, as a Bloom filter: the library itself would be 4 % of dist. Names of one label
 * are left out, as they are always suffixes, and exceptions too, so that their parents' wildcards hold for them.
 */
export async function publicSuffixFiles(): Promise<Files> {
	const { version } = JSON.parse(await readFile(join(library, "package.json"), "utf8")) as { readonly version: string };
	const all = await allRules();
	const topLevel = all.flatMap((rule) => /^\*\.([^.]+)$/.exec(rule)?.[1] ?? []);
	const filter = Buffer.alloc(Math.ceil((all.length * bitsPerRule) / 8));
	for (const rule of all)
		for (const bit of bitsOf(rule, filter.length * 8)) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
	const text = `// Made by script/build from tldts ${version}.

/** Top-level domains in which every name of two labels is a public suffix. */
export const wildcardTopLevel = ${JSON.stringify(topLevel.join(" "))};

/** Bloom filter of all other rules with two labels or more, in Base64. */
export const suffixBits =
	"${filter.toString("base64")}";
`;
	return new Map([["src/adapters/registry/public-suffix-data.ts", text]]);
}

/** The rules of two labels and more, without exceptions: `co.uk`, `*.ck`. */
export async function allRules(): Promise<readonly string[]> {
	const file = join(library, "dist/es6/src/data/trie.js");
	const tree = (await import(pathToFileURL(file).href)) as Tree;
	const { edgeStart, edgeChild, edgeLength, labelText, nodeFlags, rulesRoot } = tree;
	let offset = 0;
	const labels = Array.from(edgeLength, (length) => {
		offset += length;
		return labelText.slice(offset - length, offset);
	});
	const below = (node: number, domain: string): readonly string[] => {
		const [start = 0, end = 0] = [edgeStart[node], edgeStart[node + 1]];
		const children = Array.from({ length: end - start }, (_, i) => start + i).flatMap((edge) =>
			below(edgeChild[edge] ?? 0, `${labels[edge]}${domain === "" ? "" : `.${domain}`}`),
		);
		return nodeFlags[node] === 0 || domain === "" ? children : [domain, ...children];
	};
	return [...new Set(below(rulesRoot, "").map(toAscii))].filter((rule) => rule.includes(".")).sort();
}

const library = join(import.meta.dirname, "../../node_modules/tldts");

const toAscii = (rule: string) => (rule.startsWith("*.") ? `*.${domainToASCII(rule.slice(2))}` : domainToASCII(rule));
