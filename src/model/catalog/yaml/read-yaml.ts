import {
	Composer,
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	type Scalar,
	type YAMLMap,
	YAMLParseError,
} from "yaml";
import type { Location } from "../../../util/errors.ts";
import type { Fault, KeyPath, Locate, Problems } from "../problems.ts";
import { findInvisible, printable } from "../values/quote.ts";
import { illegalCharacter, readTokens, UnreadableYaml } from "./limit-tokens.ts";

/** Limit of nodes that aliases expand to: a few lines must not become gigabytes. */
const maxAliased = 20_000;

/** A YAML file as plain values, with the location of each. */
export interface YamlFile {
	readonly value: unknown;
	readonly locate: Locate;
}

/**
 * Reads YAML 1.2 (core schema: `no` and `on` are strings) into plain values; undefined if nothing is usable.
 * Maps become objects with unique string keys. Numbers other than plain decimals (`08080`, `1.0`, `.nan`) stay strings.
 */
export function readYaml(file: string, text: string, problems: Problems): YamlFile | undefined {
	const lines = new LineCounter();
	addLines(lines, text);
	const place = (offset: number): Location => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(1, line), column: Math.max(1, col) };
	};
	const stop = (fault: Fault, offset: number) => {
		problems.add(fault, place(offset));
		return undefined;
	};
	let document: Document.Parsed | undefined;
	try {
		document = compose(text);
	} catch (error) {
		if (error instanceof UnreadableYaml) return stop(error.fault, error.offset);
		throw error;
	}
	for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
		problems.add(syntaxFault(code, message), place(Math.min(pos[0], text.length)));
	}
	if (document.errors.length > 0) return undefined;
	if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
		return stop({ code: "catalog/empty", message: "the catalog is empty", fix: "start with `version: 1`" }, 0);
	const reader = new Reader(problems, (node) => place(node.range?.[0] ?? 0));
	const value = reader.read(document.contents as Node);
	return { value, locate: locator(document.contents as Node, reader, place) };
}

/** The first document of a text. A second one is an error. */
function compose(text: string): Document.Parsed {
	// NodeReader compares keys: the library compares all pairs, which takes hours for a hostile file.
	const composer = new Composer({ schema: "core", version: "1.2", uniqueKeys: false });
	// A hostile file makes a hundred thousand errors: their stacks would cost seconds.
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	let documents: readonly Document.Parsed[];
	try {
		documents = [...composer.compose(readTokens(text), true, text.length)];
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
	const [document, second] = documents;
	if (document === undefined) throw new TypeError("the composer gave no document");
	if (second !== undefined)
		document.errors.push(new YAMLParseError([second.range[0], second.range[0]], "MULTIPLE_DOCS", "a second document"));
	return document;
}

/** Turns nodes into values, and keeps the target of each alias. */
class Reader {
	readonly aliases = new Map<Node, Node>();
	readonly #anchors = new Map<string, Node>();
	readonly #open = new Set<Node>();
	readonly #problems: Problems;
	readonly #place: (node: Node) => Location;
	#inAlias = 0;
	#aliased = 0;

	constructor(problems: Problems, place: (node: Node) => Location) {
		this.#problems = problems;
		this.#place = place;
	}

	read(node: Node | null): unknown {
		if (node === null) return null;
		if (isAlias(node)) return this.#alias(node, node.source);
		if (this.#inAlias > 0) this.#aliased++;
		const anchor = (node as { anchor?: string }).anchor;
		if (anchor !== undefined && this.#inAlias === 0) this.#anchors.set(anchor, node);
		if (isScalar(node)) return this.#scalar(node);
		this.#open.add(node);
		const value = isMap(node) ? this.#map(node) : isSeq(node) ? this.#list(node.items) : undefined;
		this.#open.delete(node);
		return value;
	}

	#scalar(node: Scalar): unknown {
		// An escape in double quotes can still produce an invisible character.
		const invisible =
			typeof node.value === "string" && node.type === "QUOTE_DOUBLE" ? findInvisible(node.value) : undefined;
		if (invisible !== undefined) this.#add(illegalCharacter(String(node.value).slice(invisible)), node);
		return plain(node.value, node.type === "PLAIN" ? node.source : undefined);
	}

	#list(items: readonly unknown[]): unknown[] {
		return items.map((item) => this.read((isPair(item) ? null : item) as Node | null));
	}

	#map(map: YAMLMap): Record<string, unknown> {
		const result: Record<string, unknown> = {};
		const seen = new Map<string, Node>();
		for (const { key, value } of map.items) {
			const name = keyText(key);
			const node = key as Node;
			if (isScalar(key)) this.#scalar(key);
			if (name === undefined) {
				this.#add({ code: "catalog/key", message: "a key must be a string", fix: "put the key in quotes" }, node);
				continue;
			}
			const first = seen.get(name);
			if (first !== undefined) {
				const { line } = this.#place(first);
				const why = "the first value would be lost silently";
				const message = `duplicate key ${printable(name)}, first in line ${line}`;
				this.#add({ code: "catalog/duplicate-key", message, why, fix: "remove or rename one" }, node);
				continue;
			}
			seen.set(name, node);
			if (name === "__proto__") {
				this.#add({ code: "catalog/key", message: "__proto__ cannot be a key", fix: "choose another name" }, node);
				continue;
			}
			result[name] = this.read(value as Node | null);
		}
		return result;
	}

	#alias(alias: Node, name: string): unknown {
		const target = this.#anchors.get(name);
		if (target === undefined) {
			this.#add({ code: "catalog/alias", message: `alias *${printable(name)} has no anchor before it` }, alias);
			return null;
		}
		this.aliases.set(alias, target);
		if (this.#open.has(target)) {
			this.#add({ code: "catalog/alias", message: `alias *${printable(name)} contains itself` }, alias);
			return null;
		}
		if (this.#aliased > maxAliased) return null;
		this.#inAlias++;
		const value = this.read(target);
		this.#inAlias--;
		if (this.#aliased > maxAliased && this.#inAlias === 0) {
			const message = "the aliases of this file expand to too many nodes";
			const fix = "use `defaults` and `phases` instead of anchors";
			this.#add({ code: "catalog/alias", message, fix }, alias);
		}
		return value;
	}

	#add(fault: Fault, node: Node): void {
		// Problems inside an alias are reported at its anchor.
		if (this.#inAlias === 0) this.#problems.add(fault, this.#place(node));
	}
}

/** A scalar's value. Anything but a plain decimal stays a string: `1.0` and `08080` must not become other numbers. */
function plain(value: unknown, source: string | undefined): unknown {
	if (typeof value === "bigint") return source ?? String(value);
	if ((typeof value === "number" || typeof value === "boolean") && source !== undefined)
		return String(value) === source ? value : source;
	return value;
}

function keyText(key: unknown): string | undefined {
	if (!isScalar(key)) return undefined;
	if (typeof key.value === "string") return key.value;
	return key.value === null ? undefined : (key.source ?? String(key.value));
}

/** Locates a path by walking the nodes. A missing key has the location of its parent. */
function locator(root: Node, { aliases }: Reader, place: (offset: number) => Location): Locate {
	const keys = new Map<YAMLMap, Map<string, { key: Node; value: Node | null }>>();
	const entries = (map: YAMLMap) => {
		const cached = keys.get(map);
		if (cached !== undefined) return cached;
		const index = new Map<string, { key: Node; value: Node | null }>();
		for (const { key, value } of map.items) {
			const name = keyText(key);
			if (name !== undefined && !index.has(name)) index.set(name, { key: key as Node, value: value as Node | null });
		}
		keys.set(map, index);
		return index;
	};
	return (path: KeyPath, what) => {
		let node: Node | null = root;
		let offset = start(root, 0);
		for (const [i, step] of path.entries()) {
			if (node !== null && isAlias(node)) node = aliases.get(node) ?? null;
			let key: Node | undefined;
			let value: Node | null | undefined;
			if (node !== null && isMap(node)) {
				const entry = entries(node).get(String(step));
				[key, value] = [entry?.key, entry?.value];
			} else if (node !== null && isSeq(node)) {
				value = node.items[Number(step)] as Node | null | undefined;
			}
			if (key === undefined && value === undefined) break;
			const wantsKey =
				key !== undefined && (what === "key" || value == null || !hasText(value)) && i === path.length - 1;
			offset = wantsKey ? start(key, offset) : start(value, start(key, offset));
			node = value ?? null;
		}
		return place(offset);
	};
}

const start = (node: Node | null | undefined, otherwise: number): number => node?.range?.[0] ?? otherwise;

/** False for an omitted value (`key:`), whose range is empty. */
function hasText(node: Node): boolean {
	return node.range === undefined || node.range === null || node.range[1] > node.range[0];
}

function addLines(lines: LineCounter, text: string): void {
	lines.addNewLine(0);
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
}

function syntaxFault(code: string, message: string): Fault {
	const first = message.split("\n", 1)[0] ?? message;
	const faults: Readonly<Record<string, readonly [string, string]>> = {
		TAB_AS_INDENT: ["tab in the indentation", "indent with spaces"],
		MULTIPLE_DOCS: ["a second document starts here", "keep one catalog per file, without `---` lines"],
		TAG_RESOLVE_FAILED: [`unknown YAML tag: ${printable(first)}`, "remove the tag"],
	};
	const [what, fix] = faults[code] ?? [`invalid YAML: ${printable(first)}`, undefined];
	return { code: "catalog/syntax", message: what, fix };
}
