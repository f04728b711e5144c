import { defined } from "../../util/defined.ts";
/** Python and C library of an image, derived from its name. */
export interface PythonRuntime {
	/** `3.11` */
	readonly python?: string;
	readonly libc?: Libc;
}

/** The glibc version decides which manylinux wheels are compatible; undefined if unknown. */
export type Libc = { readonly kind: "glibc"; readonly version?: string } | { readonly kind: "musl" };

/** glibc and Python of distributions, by their words in image names. */
const distributions: Readonly<Record<string, { readonly glibc: string; readonly python: string }>> = {
	buster: { glibc: "2.28", python: "3.7" },
	bullseye: { glibc: "2.31", python: "3.9" },
	bookworm: { glibc: "2.36", python: "3.11" },
	trixie: { glibc: "2.41", python: "3.13" },
	debian10: { glibc: "2.28", python: "3.7" },
	debian11: { glibc: "2.31", python: "3.9" },
	debian12: { glibc: "2.36", python: "3.11" },
	debian13: { glibc: "2.41", python: "3.13" },
	focal: { glibc: "2.31", python: "3.8" },
	jammy: { glibc: "2.35", python: "3.10" },
	noble: { glibc: "2.39", python: "3.12" },
	"ubuntu20.04": { glibc: "2.31", python: "3.8" },
	"ubuntu22.04": { glibc: "2.35", python: "3.10" },
	"ubuntu24.04": { glibc: "2.39", python: "3.12" },
};

const alpinePython: Readonly<Record<string, string>> = {
	"3.16": "3.10",
	"3.17": "3.10",
	"3.18": "3.11",
	"3.19": "3.11",
	"3.20": "3.12",
	"3.21": "3.12",
	"3.22": "3.12",
	"3.23": "3.12",
};

const release = /^3\.\d{1,2}(?![\d])/;

/** Knows `python:3.11-slim`, `gcr.io/distroless/python3-debian12`, `alpine:3.20`, `uv:python3.12-alpine`, ... */
export function pythonRuntimeOf(ref: string): PythonRuntime {
	const [name = "", tag = ""] = splitReference(ref.toLowerCase());
	const last = name.slice(name.lastIndexOf("/") + 1);
	const image = `${last}:${tag}`;
	const libc = libcOf(last, tag, image);
	const python = pythonOf(last, tag, image);
	return { ...defined({ python, libc }) };
}

function splitReference(ref: string): readonly [string, string] {
	const plain = ref.replace(/@.*$/, "");
	const colon = plain.lastIndexOf(":");
	return colon > plain.lastIndexOf("/") ? [plain.slice(0, colon), plain.slice(colon + 1)] : [plain, ""];
}

function distribution(last: string, tag: string): { readonly glibc: string; readonly python: string } | undefined {
	const words = `${last}-${tag}`.split(/[-_:]/);
	const named = words.find((word) => Object.hasOwn(distributions, word));
	if (named !== undefined) return distributions[named];
	const version = /^\d+(?:\.\d+)?/.exec(tag)?.[0];
	return version === undefined ? undefined : distributions[`${last}${version}`];
}

function libcOf(last: string, tag: string, image: string): Libc | undefined {
	if (/alpine|musl/.test(image)) return { kind: "musl" };
	const version = distribution(last, tag)?.glibc;
	if (version !== undefined) return { kind: "glibc", version };
	// Docker's Python images, and Debian and Ubuntu with any tag.
	return /^(?:python|debian|ubuntu|pypy)$/.test(last) || /slim/.test(tag) ? { kind: "glibc" } : undefined;
}

function pythonOf(last: string, tag: string, image: string): string | undefined {
	if (last === "python") return release.exec(tag)?.[0];
	const named = /python-?(3\.\d{1,2})(?!\d)/.exec(image) ?? /(?:^|[-:])py(3\.\d{1,2})(?!\d)/.exec(image);
	if (named?.[1] !== undefined) return named[1];
	const short = /python-?3(\d{1,2})(?:\D|$)/.exec(image);
	if (short?.[1] !== undefined) return `3.${short[1]}`;
	if (last === "alpine") return alpinePython[/^3\.\d+/.exec(tag)?.[0] ?? ""];
	return /^(?:debian|ubuntu|python3-debian\d+)$/.test(last) ? distribution(last, tag)?.python : undefined;
}
