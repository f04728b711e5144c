import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { canonicalPlatform } from "../../../model/dockerfile/dockerfile.ts";
import { expandKnownVariables } from "../../../model/service/server-address.ts";
import { defined } from "../../../util/defined.ts";

interface Located<T> {
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
	readonly platform?: Located<string>;
	readonly ports: readonly { readonly container: number; readonly published?: number; readonly line: number }[];
	readonly health?: { readonly form: "exec" | "shell"; readonly words: readonly string[]; readonly line: number };
	readonly env: Readonly<Record<string, Located<string>>>;
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
	const platform = nodeAt(service, "platform");
	const platformText = textOf(platform);
	return {
		name,
		...defined({
			image: textAt(service, "image"),
			context: isScalar(build) ? textOf(build) : isMap(build) ? (textAt(build, "context") ?? ".") : undefined,
			dockerfile: isMap(build) ? textAt(build, "dockerfile") : undefined,
			platform:
				platformText === undefined ? undefined : { value: canonicalPlatform(platformText), line: lineOf(platform) },
			health: healthOf(mapAt(service, "healthcheck"), lineOf),
		}),
		ports: portsOf(nodeAt(service, "ports"), lineOf),
		env: envOf(nodeAt(service, "environment"), lineOf),
	};
}

/** Short form `[HOST:]PORT[:CONTAINER][/PROTOCOL]` and long form; ranges and variables are skipped. */
function portsOf(node: Node | undefined, lineOf: LineOf): LocatedComposeService["ports"] {
	if (!isSeq<Node>(node)) return [];
	return node.items.flatMap((item) => {
		const match = /^(?:(?:[\d.]+:|\[[^\]]*\]:)?(\d*):)?(\d+)(?:\/\w+)?$/.exec(textOf(item) ?? "");
		const [host, target] = isMap(item) ? [textAt(item, "published"), textAt(item, "target")] : [match?.[1], match?.[2]];
		const [published, container] = [Number(host || Number.NaN), Number(target || Number.NaN)];
		return container > 0 ? [{ container, ...(published > 0 && { published }), line: lineOf(item) }] : [];
	});
}

function healthOf(check: YAMLMap | undefined, lineOf: LineOf): LocatedComposeService["health"] {
	const test = check && nodeAt(check, "test");
	if (isScalar(test)) return { form: "shell", words: [String(test.value)], line: lineOf(test) };
	if (!isSeq(test)) return undefined;
	const [form, ...words] = test.items.map((item) => String(isScalar(item) ? item.value : ""));
	if (form !== "CMD" && form !== "CMD-SHELL") return undefined;
	return { form: form === "CMD" ? "exec" : "shell", words, line: lineOf(test) };
}

function envOf(node: Node | undefined, lineOf: LineOf): LocatedComposeService["env"] {
	const fromList = isSeq<Node>(node)
		? node.items.map((item) => {
				const [, name, value] = /^([^=]+)=(.*)$/s.exec(textOf(item) ?? "") ?? [];
				return { name, value, line: lineOf(item) };
			})
		: [];
	const fromMap = isMap<Node, Node>(node)
		? node.items.map(({ key, value }) => ({ name: textOf(key), value: textOf(value ?? undefined), line: lineOf(key) }))
		: [];
	const entries = [...fromList, ...fromMap].flatMap(({ name, value, line }) =>
		name === undefined || value === undefined ? [] : [[name, { value, line }] as const],
	);
	return Object.fromEntries(entries);
}

const nodeAt = (map: YAMLMap, key: string) => map.get(key, true) as Node | undefined;

function mapAt(node: unknown, key: string): YAMLMap | undefined {
	const value = isMap(node) ? node.get(key, true) : undefined;
	return isMap(value) ? value : undefined;
}

const textAt = (map: YAMLMap, key: string) => textOf(nodeAt(map, key));

/** The text with defaults expanded; undefined if it uses other variables. */
function textOf(node: Node | undefined): string | undefined {
	if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
	const text = expandKnownVariables(String(node.value).replaceAll("$$", "\0"), () => undefined);
	return text.includes("$") ? undefined : text.replaceAll("\0", "$");
}
