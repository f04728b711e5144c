import { closestMatch } from "../../../util/closest-match.ts";
import { compileLinear } from "../../../util/linear-pattern.ts";
import { readJsonTest } from "../../service/json-test.ts";
import type { Port } from "../../service/service.ts";
import type { Fault } from "../problems.ts";
import { joinWithOr, quote } from "./quote.ts";

/** A parsed value, or its fault. */
export type ParseResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const valid = <T>(value: T): ParseResult<T> => ({ ok: true, value });
export const invalid = (fault: Fault): { readonly ok: false; readonly fault: Fault } => ({ ok: false, fault });
/** `"text" is not a duration`. */
export const isNot = (text: string, what: string, fault: Omit<Fault, "message">) =>
	invalid({ ...fault, message: `${quote(text)} is not ${what}` });

const milliseconds: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestDuration = 24 * 3_600_000;

/** A duration as in Compose (`1m30s`, `500ms`), in milliseconds; at most one day. */
export function parseDuration(text: string): ParseResult<number> {
	const wrong = (message: string) =>
		invalid({ code: "catalog/duration", message, fix: 'write a number and a unit, as in "500ms", "30s" or "1m30s"' });
	if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(text)) return wrong(`${quote(text)} is not a duration`);
	let total = 0;
	for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))
		total += Number(number) * (milliseconds[unit ?? ""] ?? 0);
	return total <= longestDuration ? valid(total) : wrong(`${quote(text)} is longer than a day`);
}

const ages: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };
const longestAge = 366 * 86_400_000;

/** A time-to-live such as `12h`, `7d` or `2w`, in milliseconds; from one hour to one year. */
export function parseTimeToLive(text: string): ParseResult<number> {
	const [, number, unit] = /^([1-9]\d{0,5})([hdw])$/.exec(text) ?? [];
	const age = Number(number) * (ages[unit ?? ""] ?? Number.NaN);
	if (age <= longestAge) return valid(age);
	const fix = 'write a number and a unit, as in "12h", "7d" or "2w"; at most one year';
	return isNot(text, "a time-to-live", { code: "catalog/age", fix });
}

const bytes: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** A size as in Compose (`200mb`, `1.5g`, a number of bytes), in bytes; 1 kb is 1024 bytes. */
export function parseSize(text: string): ParseResult<number> {
	const [, number, unit = "b"] = /^(\d+(?:\.\d+)?)(?:([bkmgt])b?)?$/i.exec(text) ?? [];
	const size = Math.round(Number(number) * (bytes[unit.toLowerCase()] ?? Number.NaN));
	if (number !== undefined && size > 0 && Number.isSafeInteger(size)) return valid(size);
	return isNot(text, "a size", { code: "catalog/size", fix: 'write it as in "200mb" or "1.5gb"' });
}

/** A decimal port number, 1 to 65535. */
export function parsePortNumber(text: string): ParseResult<number> {
	const wrong = (why: string, fix: string) => isNot(text, "a port", { code: "catalog/port", why, fix });
	if (/^0\d+$/.test(text)) return wrong("some YAML parsers read a leading zero as octal", `write ${Number(text)}`);
	if (!/^\d+$/.test(text)) return wrong("a port is a decimal number", 'write it as in "8080"');
	const port = Number(text);
	if (port < 1 || port > 65535) return wrong("ports range from 1 to 65535", "choose one of them");
	return valid(port);
}

/** Compose's short form: `8080`, `8081:8080` (host first), `53:53/udp`. */
export function parsePort(text: string): ParseResult<Port> {
	const form = 'write "8080", or "8081:8080" with the host\'s port first, or "53:53/udp"';
	const wrong = (why: string) => isNot(text, "a port", { code: "catalog/port", why, fix: form });
	const [numbers = "", protocol = "tcp", ...rest] = text.split("/");
	if ((protocol !== "tcp" && protocol !== "udp") || rest.length > 0) return wrong("the protocol is tcp or udp");
	const parts = numbers.split(":");
	if (/^\d+-\d+$/.test(parts.at(-1) ?? "")) return wrong("ranges are not supported: list the ports one by one");
	if (parts.length > 2) return wrong("a host address is not supported");
	if (parts.includes("")) return wrong("a number is missing before or after the colon");
	const [first, second] = parts.map(parsePortNumber);
	if (first === undefined || !first.ok) return first ?? wrong("it is empty");
	if (second === undefined) return valid({ container: first.value, protocol });
	if (!second.ok) return second;
	return valid({ container: second.value, published: first.value, protocol });
}

/** HTTP statuses that count as healthy: `200`, or the inclusive range `200-399`. */
export function parseStatus(text: string): ParseResult<readonly [number, number]> {
	const [, low, high = low] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text) ?? [];
	if (low !== undefined && Number(low) <= Number(high)) return valid([Number(low), Number(high)]);
	const fix = 'write 200, "200-299" or a list of them';
	return isNot(text, "an HTTP status", { code: "catalog/status", fix });
}

/** Docker's platforms, without variants that equal the plain platform. */
const platforms = [
	...["linux/arm64", "linux/amd64", "linux/arm/v7", "linux/arm/v6", "linux/arm/v5", "linux/386", "linux/riscv64"],
	...["linux/ppc64le", "linux/s390x", "linux/loong64", "linux/mips64le", "linux/mips64"],
	...["linux/amd64/v2", "linux/amd64/v3", "linux/amd64/v4"],
];
const aliases: Readonly<Record<string, string>> = {
	"linux/arm64/v8": "linux/arm64",
	"linux/aarch64": "linux/arm64",
	"linux/x86_64": "linux/amd64",
	"linux/amd64/v1": "linux/amd64",
	"linux/arm": "linux/arm/v7",
	"linux/armhf": "linux/arm/v7",
};

/** A normalized platform: `linux/arm64/v8` is `linux/arm64`. */
export function parsePlatformName(text: string): ParseResult<string> {
	const name = aliases[text] ?? text;
	if (platforms.includes(name)) return valid(name);
	const suggestion = platforms.includes(`linux/${text}`)
		? `linux/${text}`
		: (aliases[`linux/${text}`] ?? closestMatch(text, platforms));
	const why = text.startsWith("windows/") ? "only Linux images are built" : undefined;
	const fix =
		suggestion === undefined ? `choose one of ${platforms.slice(0, 4).join(", ")} …` : `did you mean ${suggestion}?`;
	return isNot(text, "a platform", { code: "catalog/platform", why, fix });
}

/** Numeric `uid` or `uid:gid`. */
export function parseUser(text: string): ParseResult<string> {
	const parts = text.split(":");
	if (parts.length <= 2 && parts.every((part) => /^(?:0|[1-9]\d{0,9})$/.test(part) && Number(part) < 2 ** 32 - 1))
		return valid(text);
	const why = "the image may not have a user of this name";
	return isNot(text, "a numeric user", { code: "catalog/user", why, fix: 'write "65532:65532"' });
}

const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export function parseHeaderName(text: string): ParseResult<string> {
	if (httpToken.test(text) && text.toLowerCase() !== "host") return valid(text);
	const why = text.toLowerCase() === "host" ? "the host is always the container" : undefined;
	const message = `${quote(text)} cannot be set as a header`;
	return invalid({ code: "catalog/header", message, why, fix: 'write it as in "Accept"' });
}

/** The path of a health endpoint. The host is always the container, so a URL is invalid. */
export function parseHealthPath(text: string): ParseResult<string> {
	if (/^\/(?!\/)[!-~]*$/.test(text) && !text.includes("#") && !text.includes("\\")) return valid(text);
	const why = /^(?:https?:)?\/\//.test(text) ? "the host is always the container itself" : undefined;
	return isNot(text, "an HTTP path", { code: "catalog/health", why, fix: 'write it as in "/health"' });
}

/** A regular expression that the probe can compile. */
export function parseRegExp(text: string): ParseResult<string> {
	try {
		compileLinear(text);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		const fix =
			"write one in JavaScript's syntax without lookaheads and back-references; plain text belongs under `body`";
		return isNot(text, "a regular expression", { code: "catalog/pattern", why, fix });
	}
	return text.trim() === ""
		? invalid({ code: "catalog/pattern", message: "empty regular expression", fix: "remove the key" })
		: valid(text);
}

/** A condition on a JSON response. */
export function parseJsonTest(text: string): ParseResult<string> {
	const read = readJsonTest(text);
	if (read.kind === "test") return valid(text);
	const fix = "write a path, or compare it with a value, as in '$.status == \"healthy\"'";
	return isNot(text, "a JSON condition", { code: "catalog/json", why: read.why, fix });
}

/** The full name of a gRPC service, `package.Service`. */
export function parseGrpcService(text: string): ParseResult<string> {
	if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text) && text.length <= 200) return valid(text);
	return isNot(text, "a gRPC service", { code: "catalog/health", fix: 'write it as in "lucid.chain.v1.Chain"' });
}

/** A parser for one of some words. */
export function wordParser<T extends string>(words: readonly T[]): (text: string) => ParseResult<T> {
	return (text) => {
		const word = words.find((one) => one === text);
		if (word !== undefined) return valid(word);
		const suggestion = closestMatch(text, words);
		const fix = suggestion === undefined ? `write ${joinWithOr(words)}` : `did you mean ${suggestion}?`;
		return isNot(text, `${joinWithOr(words)}`, { code: "catalog/value", fix });
	};
}

/** A parser for one of many ids, which `page` lists. */
export function idParser<T extends string>(
	ids: readonly T[],
	{ code, what, page }: { readonly code: Fault["code"]; readonly what: string; readonly page: string },
): (text: string) => ParseResult<T> {
	return (text) => {
		const id = ids.find((one) => one === text);
		if (id !== undefined) return valid(id);
		const suggestion = closestMatch(text, ids);
		const fix = suggestion === undefined ? `${page} lists them all` : `did you mean ${quote(suggestion)}?`;
		return invalid({ code, message: `there is no ${what} ${quote(text)}`, fix });
	};
}

/** An IPv4 subnet in CIDR form, with no bit set below the prefix. */
export function parseSubnet(text: string): ParseResult<string> {
	const wrong = (why: string) =>
		isNot(text, "a subnet", { code: "catalog/subnet", why, fix: 'write it as in "172.20.0.0/16"' });
	const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1).map(Number);
	if (parts === undefined) return wrong("a subnet is four numbers, a slash and a prefix length");
	const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
	if (Math.max(a, b, c, d) > 255) return wrong("a number is larger than 255");
	if (prefix < 8 || prefix > 29) return wrong("the prefix ranges from 8 to 29");
	const address = ((a * 256 + b) * 256 + c) * 256 + d;
	if (address % 2 ** (32 - prefix) !== 0) return wrong("it has bits set below the prefix");
	return valid(text);
}
