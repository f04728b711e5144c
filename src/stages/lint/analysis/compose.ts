import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { canonicalPlatform } from "../../../model/dockerfile/dockerfile.ts";
import { expandKnownVariables } from "../../../model/service/server-address.ts";
import { defined } from "../../../util/defined.ts";

interface At<T> {
	readonly value: T;
	readonly line: number;
}

/** A service of a Compose file with line numbers, as far as it is known without its environment. */
export interface LocatedComposeService {
	readonly name: string;
	readonly image?: string;
	/** Relative to the file's folder. */
	readonly context?: string;
	/** Relative to the context. */
	readonly dockerfile?: string;
	readonly platform?: At<string>;
	readonly ports: readonly { readonly container: number; readonly published?: number; readonly line: number }[];
	readonly health?: { readonly form: "exec" | "shell"; readonly words: readonly string[]; readonly line: number };
	readonly env: Readonly<Record<string, At<string>>>;
}

/** The services of a Compose file; none if it is not valid. https://compose-spec.io */
export function readLocatedCompose(text: string): readonly LocatedComposeService[] {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, logLevel: "silent", merge: true });
	const services = document.errors.length > 0 ? undefined : mapAt(document.contents, "services");
	if (services === undefined) return [];
	const lineOf = (node: Node | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
	return services.items.flatMap(({ key, value }): LocatedComposeService[] => {
		const service = isMap(value) ? value : undefined;
		return service === undefined ? [] : [toService(String(isScalar(key) ? key.value : key), service, lineOf)];
	});
}

type LineOf = (node: Node | undefined) => number;

function toService(name: string, service: YAMLMap, lineOf: LineOf): LocatedComposeService {
	const build = service.get("build", true);
	const context = isScalar(build) ? textOf(build) : isMap(build) ? (textAt(build, "context") ?? ".") : undefined;
	const dockerfile = isMap(build) ? textAt(build, "dockerfile") : undefined;
	const image = textAt(service, "image");
	const platform = nodeAt(service, "platform");
	const platformText = textOf(platform);
	const health = healthOf(mapAt(service, "healthcheck"), lineOf);
	return {
		name,
		...defined({ image, context, dockerfile }),
		...(platformText !== undefined && { platform: { value: canonicalPlatform(platformText), line: lineOf(platform) } }),
		ports: portsOf(nodeAt(service, "ports"), lineOf),
		...defined({ health }),
		env: envOf(nodeAt(service, "environment"), lineOf),
	};
}

/** Short form `[HOST:]PORT[:CONTAINER][/PROTOCOL]` and long form; ranges and variables are skipped. */
function portsOf(node: Node | undefined, lineOf: LineOf): LocatedComposeService["ports"] {
	if (!isSeq(node)) return [];
	return node.items.flatMap((item) => {
		const line = lineOf(item as Node);
		if (isMap(item)) {
			const container = Number(textAt(item, "target"));
			const published = Number(textAt(item, "published"));
			return container > 0 ? [{ container, ...(published > 0 && { published }), line }] : [];
		}
		const found = /^(?:(?:[\d.]+:|\[[^\]]*\]:)?(\d*):)?(\d+)(?:\/\w+)?$/.exec(textOf(item as Node) ?? "");
		if (found === null) return [];
		return [{ container: Number(found[2]), ...(found[1] && { published: Number(found[1]) }), line }];
	});
}

function healthOf(check: YAMLMap | undefined, lineOf: LineOf): LocatedComposeService["health"] {
	const test = check && nodeAt(check, "test");
	if (isScalar(test)) return { form: "shell", words: [String(test.value)], line: lineOf(test) };
	if (!isSeq(test)) return undefined;
	const words = test.items.map((item) => String(isScalar(item) ? item.value : ""));
	if (words[0] !== "CMD" && words[0] !== "CMD-SHELL") return undefined;
	return { form: words[0] === "CMD" ? "exec" : "shell", words: words.slice(1), line: lineOf(test) };
}

function envOf(node: Node | undefined, lineOf: LineOf): LocatedComposeService["env"] {
	const entries: [string, At<string>][] = [];
	if (isSeq(node))
		for (const item of node.items) {
			const [, name, value] = /^([^=]+)=(.*)$/s.exec(textOf(item as Node) ?? "") ?? [];
			if (name !== undefined && value !== undefined) entries.push([name, { value, line: lineOf(item as Node) }]);
		}
	if (isMap(node))
		for (const pair of node.items) {
			const value = isPair(pair) ? textOf(pair.value as Node) : undefined;
			if (value !== undefined && isScalar(pair.key))
				entries.push([String(pair.key.value), { value, line: lineOf(pair.key) }]);
		}
	return Object.fromEntries(entries);
}

function nodeAt(map: YAMLMap, key: string): Node | undefined {
	const found = map.get(key, true);
	return found as Node | undefined;
}

function mapAt(node: unknown, key: string): YAMLMap | undefined {
	const found = isMap(node) ? node.get(key, true) : undefined;
	return isMap(found) ? found : undefined;
}

const textAt = (map: YAMLMap, key: string) => textOf(nodeAt(map, key));

/** The text with defaults expanded; undefined if it uses other variables. */
function textOf(node: Node | undefined): string | undefined {
	if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
	const text = expandKnownVariables(String(node.value).replaceAll("$$", "\0"), () => undefined);
	return text.includes("$") ? undefined : text.replaceAll("\0", "$");
}
