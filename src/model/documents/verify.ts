import { defined } from "../../util/defined.ts";
import type { BuildResult, Check, Unchecked } from "./build.ts";

/** One service on one platform, looked at as the registry holds it. */
export interface VerifiedImage {
	readonly service: string;
	readonly platform: string;
	readonly contentRef: string;
	/** Undefined when the registry does not have it: then nothing was checked. */
	readonly digest?: string;
	readonly checks: readonly Check[];
	readonly unchecked: readonly Unchecked[];
	/** Python packages that are installed in it: `fastapi 0.110.0`, sorted. Left out where there is none. */
	readonly packages?: readonly string[];
}

export interface VerifyResult {
	readonly kind: "lucid.verify";
	readonly version: 1;
	readonly revision: string;
	readonly images: readonly VerifiedImage[];
	/** What was read from the registry: each layer once. */
	readonly layers: { readonly read: number; readonly bytes: number };
	readonly durationMs: number;
}

/** A build result with what verification found of the same bytes in place of what it held itself. */
export function withVerification(build: BuildResult, { images }: Pick<VerifyResult, "images">): BuildResult {
	const looks = new Map(images.map((image) => [`${image.service} ${image.platform} ${image.digest}`, image]));
	return {
		...build,
		images: build.images.map((row) => {
			const found = row.digest === undefined ? undefined : looks.get(`${row.service} ${row.platform} ${row.digest}`);
			if (found === undefined) return row;
			const { checks, unchecked, packages } = found;
			return { ...row, checks, unchecked, ...defined({ packages }) };
		}),
	};
}
