import type { Libc } from "./python-runtime.ts";

/** Compatibility tags of a wheel, each a set such as `cp311.cp312`. */
export interface WheelTags {
	readonly pythons: readonly string[];
	readonly abis: readonly string[];
	readonly platforms: readonly string[];
}

/** Where a wheel has to run. Undefined values are unknown and match any wheel. */
export interface InstallTarget {
	/** `3.11` */
	readonly python?: string;
	/** `linux/arm64` */
	readonly platform: string;
	readonly libc?: Libc;
}

/** Parses a wheel's file name: https://packaging.python.org/en/latest/specifications/binary-distribution-format/ */
export function parseWheelName(filename: string): { readonly version: string; readonly tags: string } | undefined {
	const parts = filename.replace(/\.whl$/i, "").split("-");
	if (!/\.whl$/i.test(filename) || (parts.length !== 5 && parts.length !== 6)) return undefined;
	const version = parts[1] ?? "";
	return { version: version.replaceAll("_", "+"), tags: parts.slice(-3).join("-") };
}

/** Parses `cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64`. */
function parseWheelTags(tags: string): WheelTags {
	const cached = tagsCache.get(tags);
	if (cached !== undefined) return cached;
	const [pythons = "", abis = "", platforms = ""] = tags.split("-").map((part) => part.toLowerCase());
	const parsed = { pythons: pythons.split("."), abis: abis.split("."), platforms: platforms.split(".") };
	tagsCache.set(tags, parsed);
	return parsed;
}

/** All packages of PyPI share a few thousand tags. */
const tagsCache = new Map<string, WheelTags>();

/** Whether a wheel runs on any machine: it contains no native code. */
export const isPureWheel = (tags: string): boolean => parseWheelTags(tags).platforms.includes("any");

/** Whether pip would install it: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ */
export function isCompatibleWheel(tags: string, target: InstallTarget): boolean {
	const { pythons, abis, platforms } = parseWheelTags(tags);
	return (
		platforms.some((platform) => isCompatiblePlatform(platform, target)) &&
		(target.python === undefined || isCompatiblePython(pythons, abis, target.python))
	);
}

const machines: Readonly<Record<string, string>> = {
	"linux/arm64": "aarch64",
	"linux/amd64": "x86_64",
	"linux/386": "i686",
	"linux/arm/v7": "armv7l",
	"linux/arm/v6": "armv6l",
	"linux/ppc64le": "ppc64le",
	"linux/s390x": "s390x",
	"linux/riscv64": "riscv64",
};

/** Python's name of a platform's processor: `aarch64`. */
export const pythonMachineOf = (platform: string): string | undefined =>
	machines[platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/amd64\/v\d$/, "/amd64")];

const legacy: Readonly<Record<string, string>> = {
	manylinux1: "2.5",
	manylinux2010: "2.12",
	manylinux2014: "2.17",
};

function isCompatiblePlatform(tag: string, { platform, libc }: InstallTarget): boolean {
	if (tag === "any") return true;
	const machine = pythonMachineOf(platform);
	if (machine === undefined || !tag.endsWith(`_${machine}`)) return false;
	const kind = tag.slice(0, -machine.length - 1);
	if (kind === "linux") return true;
	const musl = /^musllinux_\d+_\d+$/.test(kind);
	if (musl) return libc === undefined || libc.kind === "musl";
	const numbered = /^manylinux_(\d+)_(\d+)$/.exec(kind);
	const needs = numbered === null ? legacy[kind] : `${numbered[1]}.${numbered[2]}`;
	if (needs === undefined) return false;
	if (libc === undefined) return true;
	return libc.kind === "glibc" && (libc.version === undefined || minor(needs) <= minor(libc.version));
}

const minor = (version: string) => Number(version.split(".")[1]);

function isCompatiblePython(pythons: readonly string[], abis: readonly string[], python: string): boolean {
	const version = minor(python);
	const own = `cp3${version}`;
	if (pythons.includes(own) && (abis.includes(own) || abis.includes("none") || abis.includes("abi3"))) return true;
	// The stable ABI: a wheel for an older Python runs on every later one.
	if (abis.includes("abi3") && pythons.some((tag) => /^cp3\d+$/.test(tag) && Number(tag.slice(3)) <= version))
		return true;
	if (!abis.includes("none")) return false;
	return pythons.some((tag) => tag === "py3" || (/^py3\d+$/.test(tag) && Number(tag.slice(3)) <= version));
}
