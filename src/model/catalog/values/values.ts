import { closestMatch } from "../../../util/closest-match.ts";
import { readJsonTest } from "../../service/json-test.ts";
import type { Port } from "../../service/service.ts";
import type { Fault } from "../problems.ts";
import { joinWithOr, quote } from "./quote.ts";

/** A text that was read, or what is wrong with it. */
export type ParseResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const valid = <T>(value: T): ParseResult<T> => ({ ok: true, value });
export const invalid = (fault: Fault): { readonly ok: false; readonly fault: Fault } => ({ ok: false, fault });

const milliseconds: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestDuration = 24 * 3_600_000;

/** A duration in Compose's words (`1m30s`, `500ms`), in milliseconds; at most a day. */
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

/** How old something may become: `12h`, `7d`, `2w`, in milliseconds; an hour to a year. */
export function parseTimeToLive(text: string): ParseResult<number> {
	const [, number, unit] = /^([1-9]\d{0,5})([hdw])$/.exec(text) ?? [];
	const age = Number(number) * (ages[unit ?? ""] ?? Number.NaN);
	if (age <= longestAge) return valid(age);
	const fix = 'write a number and a unit, as in "12h", "7d" or "2w"; a year is the most';
	return invalid({ code: "catalog/age", message: `${quote(text)} is no time-to-live`, fix });
}

const bytes: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** A size in Compose's words (`200mb`, `1.5g`, a plain number of bytes), in bytes; a kilobyte is 1024. */
export function parseSize(text: string): ParseResult<number> {
	const [, number, unit = "b"] = /^(\d+(?:\.\d+)?)(?:([bkmgt])b?)?$/i.exec(text) ?? [];
	const size = Math.round(Number(number) * (bytes[unit.toLowerCase()] ?? Number.NaN));
	if (number !== undefined && size > 0 && Number.isSafeInteger(size)) return valid(size);
	return invalid({
		code: "catalog/size",
		message: `${quote(text)} is not a size`,
		fix: 'write it as in "200mb" or "1.5gb"',
	});
}

/** A port number in plain decimals, 1 to 65535. */
export function parsePortNumber(text: string): ParseResult<number> {
	const wrong = (why: string, fix: string) =>
		invalid({ code: "catalog/port", message: `${quote(text)} is not a port`, why, fix });
	if (/^0\d+$/.test(text))
		return wrong("a leading zero means octal to some readers", `write ${Number(text)} if that is meant`);
	if (!/^\d+$/.test(text)) return wrong("a port is a whole number in plain decimals", 'write it as in "8080"');
	const port = Number(text);
	if (port < 1 || port > 65535) return wrong("ports go from 1 to 65535", "choose one of them");
	return valid(port);
}

/** Compose's short form: `8080`, `8081:8080` (host first), `53:53/udp`. */
export function parsePort(text: string): ParseResult<Port> {
	const form = 'write "8080", or "8081:8080" with the host\'s port first, or "53:53/udp"';
	const wrong = (why: string) =>
		invalid({ code: "catalog/port", message: `${quote(text)} is not a port`, why, fix: form });
	const [numbers = "", protocol = "tcp", ...rest] = text.split("/");
	if ((protocol !== "tcp" && protocol !== "udp") || rest.length > 0) return wrong("after the slash comes tcp or udp");
	const parts = numbers.split(":");
	if (/^\d+-\d+$/.test(parts.at(-1) ?? "")) return wrong("a range is not understood: list its ports one by one");
	if (parts.length > 2) return wrong("an address is not taken: what publishes the port decides it");
	if (parts.includes("")) return wrong("a number is missing beside the colon");
	const [first, second] = parts.map(parsePortNumber);
	if (first === undefined || !first.ok) return first ?? wrong("it is empty");
	if (second === undefined) return valid({ container: first.value, protocol });
	if (!second.ok) return second;
	return valid({ container: second.value, published: first.value, protocol });
}

/** Statuses that count as healthy: `200`, or `200-399`, both ends included. */
export function parseStatus(text: string): ParseResult<readonly [number, number]> {
	const [, low, high = low] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text) ?? [];
	if (low !== undefined && Number(low) <= Number(high)) return valid([Number(low), Number(high)]);
	const fix = 'write 200, "200-299" or a list of them';
	return invalid({ code: "catalog/status", message: `${quote(text)} is no HTTP status`, fix });
}

/** What Docker calls a platform; the variants that mean the plain one are left out. */
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

/** A platform as Docker writes it, `linux/arm64`. Equal ones come out equal: `linux/arm64/v8` is `linux/arm64`. */
export function parsePlatformName(text: string): ParseResult<string> {
	const name = aliases[text] ?? text;
	if (platforms.includes(name)) return valid(name);
	const meant = platforms.includes(`linux/${text}`)
		? `linux/${text}`
		: (aliases[`linux/${text}`] ?? closestMatch(text, platforms));
	const why = text.startsWith("windows/") ? "only Linux images are built" : undefined;
	const fix = meant === undefined ? `choose one of ${platforms.slice(0, 4).join(", ")} …` : `did you mean ${meant}?`;
	return invalid({ code: "catalog/platform", message: `${quote(text)} is not a platform`, ...(why && { why }), fix });
}

/** Numeric `uid` or `uid:gid`. */
export function parseUser(text: string): ParseResult<string> {
	const parts = text.split(":");
	if (parts.length <= 2 && parts.every((part) => /^(?:0|[1-9]\d{0,9})$/.test(part) && Number(part) < 2 ** 32 - 1))
		return valid(text);
	const why = "names are looked up in the image, which may not have them";
	return invalid({
		code: "catalog/user",
		message: `${quote(text)} is not a numeric user`,
		why,
		fix: 'write "65532:65532"',
	});
}

const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The name of an HTTP header. */
export function parseHeaderName(text: string): ParseResult<string> {
	if (httpToken.test(text) && text.toLowerCase() !== "host") return valid(text);
	const why = text.toLowerCase() === "host" ? "the host is always the container" : undefined;
	const message = `${quote(text)} cannot be set as a header`;
	return invalid({ code: "catalog/header", message, ...(why && { why }), fix: 'write it as in "Accept"' });
}

/** The path of a health endpoint. The host is always the container, so no address can stand here. */
export function parseHealthPath(text: string): ParseResult<string> {
	if (/^\/(?!\/)[!-~]*$/.test(text) && !text.includes("#") && !text.includes("\\")) return valid(text);
	const why = /^(?:https?:)?\/\//.test(text) ? "the host is always the container itself" : undefined;
	const message = `${quote(text)} is not a path to ask for`;
	return invalid({ code: "catalog/health", message, ...(why && { why }), fix: 'write it as in "/health"' });
}

/** A regular expression, as the probe will read it. */
export function parseRegExp(text: string): ParseResult<string> {
	try {
		new RegExp(text, "u");
	} catch (cause) {
		const why = cause instanceof Error ? cause.message.replace(/^Invalid regular expression: /, "") : String(cause);
		const fix = "write one that JavaScript takes with the flag u; a plain text stands under `body`";
		return invalid({ code: "catalog/pattern", message: `${quote(text)} is not a regular expression`, why, fix });
	}
	return text.trim() === ""
		? invalid({ code: "catalog/pattern", message: "an empty regular expression", fix: "leave the key out" })
		: valid(text);
}

/** What must hold of an answer in JSON. */
export function parseJsonTest(text: string): ParseResult<string> {
	const read = readJsonTest(text);
	if (read.kind === "test") return valid(text);
	const fix = "write a path, or compare it with a value, as in '$.status == \"healthy\"'";
	return invalid({ code: "catalog/json", message: `${quote(text)} cannot be read`, why: read.why, fix });
}

/** The full name of a gRPC service, `package.Service`. */
export function parseGrpcService(text: string): ParseResult<string> {
	if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text) && text.length <= 200) return valid(text);
	const message = `${quote(text)} is not a gRPC service`;
	return invalid({ code: "catalog/health", message, fix: 'write it as in "lucid.chain.v1.Chain"' });
}

/** One of a few words. */
export function wordParser<T extends string>(words: readonly T[]): (text: string) => ParseResult<T> {
	return (text) => {
		const found = words.find((word) => word === text);
		if (found !== undefined) return valid(found);
		const meant = closestMatch(text, words);
		const fix = meant === undefined ? `write ${joinWithOr(words)}` : `did you mean ${meant}?`;
		return invalid({ code: "catalog/value", message: `${quote(text)} is not ${joinWithOr(words)}`, fix });
	};
}

/** IPv4 in CIDR form, with no bit set below the prefix. */
export function parseSubnet(text: string): ParseResult<string> {
	const wrong = (why: string) =>
		invalid({
			code: "catalog/subnet",
			message: `${quote(text)} is not a subnet`,
			why,
			fix: 'write it as in "172.20.0.0/16"',
		});
	const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1).map(Number);
	if (parts === undefined) return wrong("it is four numbers, a slash and a prefix length");
	const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
	if (Math.max(a, b, c, d) > 255) return wrong("a number is over 255");
	if (prefix < 8 || prefix > 29) return wrong("the prefix goes from 8 to 29");
	const address = ((a * 256 + b) * 256 + c) * 256 + d;
	if (address % 2 ** (32 - prefix) !== 0) return wrong("it has bits below its prefix");
	return valid(text);
}
