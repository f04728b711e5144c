import { defined } from "../../util/defined.ts";
/** The platform object of an index entry or an image config. */
export interface PlatformParts {
	readonly os: string;
	readonly architecture: string;
	readonly variant?: string;
}

const architectures: Readonly<Record<string, string>> = { aarch64: "arm64", x86_64: "amd64", "x86-64": "amd64" };

/** Normalizes as containerd does: `linux/arm64/v8` is `linux/arm64`, `linux/arm` is `linux/arm/v7`. */
export function normalizePlatform({ os, architecture, variant }: PlatformParts): string {
	const cpu = architectures[architecture] ?? architecture;
	const implied = cpu === "arm64" ? "v8" : cpu === "amd64" ? "v1" : undefined;
	const shown = cpu === "arm" ? (variant ?? "v7") : variant === implied ? undefined : variant;
	return [os, cpu, shown].filter((part) => part !== undefined && part !== "").join("/");
}

export function splitPlatform(text: string): PlatformParts {
	const [os = "linux", architecture = "", variant] = text.split("/");
	return { os, architecture, ...defined({ variant }) };
}

export function samePlatform(a: PlatformParts, b: PlatformParts): boolean {
	return normalizePlatform(a) === normalizePlatform(b);
}
